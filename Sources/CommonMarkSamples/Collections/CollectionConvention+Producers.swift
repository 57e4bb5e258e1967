extension CollectionConvention {
  /// Exports and generators by name, with what they leave in the text.
  static let producers: [CollectionConvention] = [
    .init("substack") {
      file(
        "posts/1432349\($0.number).\($0.slug).md",
        yaml(
          "title: \"\($0.title)\"\nsubtitle: What it means\npost_date: \($0.iso)T10:02:11.482Z\ncanonical_url: https://example.substack.com/p/\($0.slug)",
          $0)
          + "\nPrices rose 4.[1](#footnote-1) percent.\n\n* * *\n\n[1](#footnote-anchor-1)\n\nProvisional.\n",
        "\($0.iso)T10:02Z", $0.title)
    },
    .init("buttondown") {
      file(
        "issue-\($0.number).md",
        yaml("subject: \"\($0.title)\"\npublish_date: \($0.iso)T15:00:00+00:00\nstatus: sent", $0)
          + "\nHello {{ subscriber.name }}, [leave]({{ unsubscribe_url }}).\n",
        "\($0.iso)T15:00Z", $0.title)
    },
    .init("ghost") {
      file(
        "n\($0.number).md",
        yaml("title: \($0.title)\ndate_published: \($0.iso)T07:00:00.000Z\nexcerpt: In short.", $0)
          + "\n<figure class=\"kg-card\"><img src=\"a.jpg\" alt=\"A crane\"><figcaption>The crane</figcaption></figure>\n",
        "\($0.iso)T07:00Z", $0.title)
    },
    .init("eleventy-json") {
      file(
        "n\($0.number).md",
        "---json\n{\n  \"title\": \"\($0.title)\",\n  \"date\": \"\($0.iso)\",\n  \"tags\": [\"a b\"]\n}\n---\n\($0.body)\n",
        $0.iso, $0.title)
    },
    .init("mkdocs") {
      file(
        "posts/n\($0.number).md",
        "---\ndate:\n  created: \($0.iso)\n  updated: 2026-01-01\nauthors:\n  - writer\n---\n\n# \($0.title)\n\n!!! warning \"Mind the date\"\n\n    From Monday on.\n\n=== \"EU\"\n\n    Ten.\n\n\($0.body)\n",
        $0.iso, $0.title)
    },
    .init("docusaurus") {
      file(
        "blog/\($0.iso)-\($0.slug)/index.md",
        "---\nslug: \($0.slug)\ntitle: \($0.title)\nauthors: [slorber, {name: A. Writer}]\n---\n\nimport Tabs from '@theme/Tabs';\n\n<!-- truncate -->\n\n:::tip[My tip]\n\n\($0.body)\n\n:::\n\n{/* hidden */}\n",
        $0.iso, $0.title)
    },
    .init("hugo-bundle") {
      file(
        "content/posts/\($0.year)/\($0.slug)/index.md",
        "+++\ntitle = \"\($0.title)\"\ndate = \($0.iso)T09:00:00Z\naliases = [\"/old/\($0.number)/\"]\n+++\n\n{{< figure src=\"map.png\" caption=\"Around the Cape\" >}}\n\nSee [more]({{< relref \"more.md\" >}}).\n\n\($0.body)\n",
        "\($0.iso)T09:00Z", $0.title)
    },
    .init("jekyll-permalink") {
      file(
        "_posts/\($0.iso)-\($0.slug).md",
        yaml("layout: post\ntitle: \($0.title)\npermalink: /:year/:month/:day/:title.html", $0)
          + "\nSee [last week]({% post_url 2012-01-02-rain %}).{: .note}\n",
        $0.iso, $0.title)
    },
    .init("denote-org") {
      file(
        "\($0.year)\($0.monthText)\($0.dayText)T101500--\($0.slug)__news_port.md",
        "\n# Table of Contents\n\n1.  [Harbour](#org1a2b3c4)\n\n\n<a id=\"org1a2b3c4\"></a>\n\n# Harbour\n\n\($0.body)\n\n# Grain\n\nText.\n",
        $0.iso, $0.title)
    },
    .init("obsidian-daily") {
      file(
        "Daily/\($0.iso).md",
        "---\naliases: []\ntags:\n  - daily\n---\n<< [[2012-01-01]] | [[2012-01-03]] >>\n\n- \($0.title) ^quote1\n\n\($0.body)\n",
        $0.iso, $0.iso)
    },
    .init("logseq-journal") {
      file(
        "journals/\($0.year)_\($0.monthText)_\($0.dayText).md",
        "- \($0.title)\n  collapsed:: true\n\t- The strait reopened. [[Bosphorus]]\n\t  id:: 65d1c1f2-0000-4a6e\n",
        $0.iso, $0.iso
      )
    },
    .init("mail-digest") {
      file(
        "digest-\($0.number).md",
        "From: News Desk <desk@example.org>\nTo: list@example.org\nDate: \($0.day) \($0.monthName(.english).prefix(3)) \($0.year) 06:00:05 +0000\nSubject: \($0.title)\n\n\($0.body)\n\n• one\n• two\n",
        "\($0.iso)T06:00Z", $0.title)
    },
    .init("press-release") {
      file(
        "release-\($0.number).md",
        "PRESS RELEASE No. \($0.number)\n\n**FOR IMMEDIATE RELEASE**\n\nWASHINGTON, D.C., \($0.monthName(.english)) \($0.day), \($0.year) — The Department spoke.\n\n# \($0.title)\n\n\($0.body)\n",
        $0.iso, $0.title)
    },
    .init("minutes") {
      file(
        "minutes-\($0.number).md",
        "\($0.title)\n===\n\n| | |\n|:--|:--|\n| **Date of meeting** | Thursday \($0.day) \($0.monthName(.english)) \($0.year) |\n| **Present** | A, B |\n\n\($0.body)\n",
        $0.iso, $0.title)
    },
    .init("japanese-letter") {
      file(
        "vol\($0.number).md",
        "---\ntitle: \"週刊 港だより vol.\($0.number)\"\ndate: \($0.year)年\($0.month)月\($0.day)日\n---\n\nこんにちは、編集部です。\n今週は港の話題です。\n\n・港湾使用料が値上げ\n・フェリー再開\n",
        $0.iso, "週刊 港だより vol.\($0.number)")
    },
  ]
}
