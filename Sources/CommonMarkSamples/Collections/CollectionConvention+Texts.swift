extension CollectionConvention {
  /// What models, outliners and generators leave around and in the text.
  static let texts: [CollectionConvention] = [
    .init("model-announced") {
      file(
        "answer-\($0.number).md",
        "Certainly! Here is the briefing:\n\n```markdown\n---\ntitle: \($0.title)\ndate: \($0.iso)\n---\n\n\($0.body)\n\n```sh\nls\n```\n\n\($0.body)\n```\n\nLet me know what to change.\n",
        $0.iso, $0.title)
    },
    .init("korean-week") {
      file(
        "n\($0.number).md", "# 주간 소식 \($0.number) (\($0.year)년 \($0.month)월 3주차)\n\n본문입니다.\n", $0.isoMonth,
        "주간 소식 \($0.number) (\($0.year)년 \($0.month)월 3주차)")
    },
    .init("japanese-era") {
      file(
        "n\($0.number).md",
        "---\ntitle: \"広報 \($0.number)号\"\ndate: 令和\($0.number % 6 + 2)年\($0.month)月\($0.day)日\n---\n\n本文です。\n",
        "\(2020 + $0.number % 6)-\($0.monthText)-\($0.dayText)", "広報 \($0.number)号")
    },
    .init("chinese-weekday") {
      file(
        "n\($0.number).md", "# 日报 \($0.number)\n\n\($0.year)年\($0.month)月\($0.day)日 星期二\n\n正文。\n", $0.iso,
        "日报 \($0.number)")
    },
    .init("russian-dots") {
      file(
        "n\($0.number).md",
        "# Сводка № \($0.number)\n\n**Дата:** \($0.dayText).\($0.monthText).\($0.year) г.\n\nТекст.\n",
        $0.iso,
        "Сводка № \($0.number)")
    },
    .init("obsidian-comments") {
      file(
        "Notes/\($0.slug)-\($0.number).md",
        yaml("title: \($0.title)\ncreated: \($0.iso)", $0)
          + "\n%%\nNot yet checked.\n\n- by whom?\n%%\n\nGrain %%ask again%% rose. See [[#^grain]].\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n^grain\n",
        $0.iso, $0.title)
    },
    .init("jekyll-highlight") {
      file(
        "_posts/\($0.iso)-\($0.slug).md",
        yaml("layout: post\ntitle: \($0.title)", $0)
          + "\n{% highlight sh linenos %}\nmake *all*\n\nls\n{% endhighlight %}\n\nDone.\n",
        $0.iso, $0.title)
    },
    .init("pandoc-tables") {
      file(
        "n\($0.number).md",
        "% \($0.title)\n% A. Writer\n% \($0.day) \($0.monthName(.english)) \($0.year)\n\n\($0.body)\n\n  Bank     Rate   Name\n------- -------   ------------\n    Fed    4.25   a long one\n    BoE       4   \n\nOf 10^6^ tons of CO~2~^[Per *year* ^[As of May.].].\n",
        $0.iso, $0.title)
    },
  ]
}
