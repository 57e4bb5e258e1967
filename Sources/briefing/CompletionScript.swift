import ArgumentParser

/// What a shell reads to complete the program's arguments: the script of the argument parser, and what that does not know.
///
/// It does not know that the words of the default subcommand stand without its name, so what has no subcommand is completed as
/// what `read` takes. And bash divides words at colons, which queries have.
struct CompletionScript {
  private let shell: CompletionShell

  /// Takes a command line that asks for a script of a shell; nil where it asks for something else.
  init?(_ arguments: [String]) {
    guard arguments.count == 2, arguments[0] == "--generate-completion-script",
      let shell = CompletionShell(rawValue: arguments[1])
    else { return nil }
    self.shell = shell
  }

  /// The script.
  var text: String {
    let script = BriefingCommand.completionScript(for: shell)
    return switch shell {
    case .bash: bash(script)
    case .zsh: zsh(script)
    case .fish: fish(script)
    default: script
    }
  }

  private static let subcommands = PlainCommand.subcommands.filter { $0 != "manual" }.sorted()

  private func bash(_ script: String) -> String {
    let registration = "complete -o filenames -F _briefing briefing"
    return script.replacing(registration, with: "") + """
      # Puts words together that readline has divided at colons, and the name of the default subcommand before words that
      # have none.
      __briefing_complete() {
          local -a words=("${COMP_WORDS[0]}")
          local -i cword="${COMP_CWORD}" index
          local rest="${COMP_LINE#*"${COMP_WORDS[0]}"}" word
          for ((index = 1; index < ${#COMP_WORDS[@]}; index++)); do
              word="${COMP_WORDS[index]}"
              if [[ "${rest}" != [[:space:]]* && -n "${word}" && ("${word}" = :* || "${words[${#words[@]} - 1]}" = *:) ]]; then
                  words[${#words[@]} - 1]+="${word}"
              else
                  words+=("${word}")
              fi
              rest="${rest#*"${word}"}"
              ((index == COMP_CWORD)) && cword=$((${#words[@]} - 1))
          done

          local cur="${words[cword]}"
          local -a replies=()
          local -a COMP_WORDS=("${words[@]}")
          local -i COMP_CWORD="${cword}"
          COMPREPLY=()
          case " \(Self.subcommands.joined(separator: " ")) " in
          *" ${words[1]} "*) _briefing "${1}" "${cur}" "${words[cword - 1]}" ;;
          *)
              if ((cword == 1)); then _briefing "${1}" "${cur}" "${words[0]}"; fi
              replies=("${COMPREPLY[@]}")
              COMPREPLY=()
              COMP_WORDS=("${words[0]}" read "${words[@]:1}")
              COMP_CWORD=$((cword + 1))
              _briefing "${1}" "${cur}" "${COMP_WORDS[cword]}"
              COMPREPLY=("${replies[@]}" "${COMPREPLY[@]}")
              ;;
          esac
          [[ "${COMPREPLY[*]}" = *:* ]] || return 0
          # These are no names of files, and readline replaces what is behind the last colon.
          compopt +o filenames
          [[ "${COMPREPLY[0]}" = *: ]] && compopt -o nospace
          if [[ "${cur}" = *:* && "${COMP_WORDBREAKS}" = *:* ]]; then
              word="${cur%"${cur##*:}"}"
              COMPREPLY=("${COMPREPLY[@]#"${word}"}")
          fi
      }

      complete -o filenames -F __briefing_complete briefing

      """
  }

  private func zsh(_ script: String) -> String {
    script.inserting(
      """
          # What has no subcommand is what `read` takes.
          if [[ "${words[2]}" != (\(Self.subcommands.joined(separator: "|"))) ]] && ((CURRENT > 2)) || [[ "${words[2]}" = -* ]]; then
              words[2,1]=(read)
              ((CURRENT++))
          fi


      """, before: "    local context state state_descr line\n"
    ).inserting(
      """
              _files -g '*.(md|markdown)' && ret=0

      """, behind: "        _describe -V subcommand subcommands && ret=0\n")
  }

  private func fish(_ script: String) -> String {
    script.inserting(
      """
          # What has no subcommand is what `read` takes.
          if set -q unparsed_tokens[2]; and not contains -- $unparsed_tokens[2] \(Self.subcommands.joined(separator: " "))
              set unparsed_tokens $unparsed_tokens[1] read $unparsed_tokens[2..]
          end

      """, behind: "    set -l unparsed_tokens (__briefing_tokens -pc)\n")
        + """

        complete -c 'briefing' -n '__briefing_should_offer_completions_for_positional "briefing" -eq 1' -fa '(__fish_complete_path (commandline -ct))'

        """
  }
}

extension String {
  /// The text with a part put before the first occurrence of another; unchanged where that does not occur.
  fileprivate func inserting(_ part: String, before other: String) -> String {
    guard let place = firstRange(of: other) else { return self }
    return self[..<place.lowerBound] + part + self[place.lowerBound...]
  }

  /// The same behind the first occurrence.
  fileprivate func inserting(_ part: String, behind other: String) -> String {
    guard let place = firstRange(of: other) else { return self }
    return self[..<place.upperBound] + part + self[place.upperBound...]
  }
}
