package dev.kontor.contract;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Descriptor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one run of the contract says, as the certification page has it. */
record RunReport(ConnectorContract contract, List<Ran> ran) {

  void keep(String name) {
    CertificationPage.keep(name, section(name), heading(), cells());
  }

  private static String heading() {
    List<String> titles = Chapters.ALL.stream().map(Chapters::title).toList();
    return "| run | %s |\n|---|%s\n"
        .formatted(String.join(" | ", titles), "--:|".repeat(titles.size()));
  }

  private List<String> cells() {
    return Chapters.ALL.stream().map(this::cell).toList();
  }

  private String cell(Class<? extends Chapter> chapter) {
    if (contract.waivers().containsKey(chapter.getSimpleName())) {
      return "waived";
    }
    List<Ran> tests = ran.stream().filter(one -> one.chapter() == chapter).toList();
    long passed = tests.stream().filter(Ran::passed).count();
    long skipped = tests.size() - passed;
    return tests.isEmpty() ? "–" : skipped == 0 ? "" + passed : passed + " of " + tests.size();
  }

  private String section(String name) {
    Descriptor descriptor = contract.provider().descriptor();
    String situation = contract.situation();
    return "### %s (`%s`)\n\n%sRests on %s.\n\n%s%s"
        .formatted(
            descriptor.title(),
            name,
            situation.isEmpty() ? "" : situation + "\n",
            contract.evidence(),
            types(descriptor),
            exceptions());
  }

  private String types(Descriptor descriptor) {
    StringBuilder table =
        new StringBuilder("| entity type | abilities | chapters passed |\n|---|---|---|\n");
    for (EntityType type : EntityType.values()) {
      Set<Ability> abilities = new TreeSet<>(descriptor.abilities().getOrDefault(type, Set.of()));
      if (!abilities.isEmpty()) {
        String declared =
            abilities.stream().map(a -> "`" + a + "`").collect(Collectors.joining(" "));
        table.append("| %s | %s | %s |\n".formatted(type.key(), declared, passed(type)));
      }
    }
    return table.toString();
  }

  /** A chapter whose every test of that type had nothing to try is none. */
  private String passed(EntityType type) {
    return Chapters.ALL.stream()
        .filter(
            chapter ->
                ran.stream()
                    .anyMatch(
                        one ->
                            one.chapter() == chapter
                                && one.type().equals(type.key())
                                && one.passed()))
        .map(Chapters::title)
        .collect(Collectors.joining(", "));
  }

  private String exceptions() {
    Stream<String> waived =
        contract.waivers().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(one -> "- Waived: %s, because %s.".formatted(named(one.getKey()), one.getValue()));
    Map<String, Set<String>> skipped = new LinkedHashMap<>();
    for (Ran one : ran) {
      if (one.skipped() != null) {
        String why = Chapters.title(one.chapter()) + ": " + one.skipped();
        skipped.computeIfAbsent(why, w -> new TreeSet<>()).add(one.type());
      }
    }
    Stream<String> untried =
        skipped.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(one -> "- Not tried: %s (%s)".formatted(one.getKey(), types(one.getValue())));
    String all = Stream.concat(waived, untried).collect(Collectors.joining("\n"));
    return all.isEmpty() ? "" : "\n" + all;
  }

  private static String named(String chapter) {
    return chapter.replaceFirst("Chapter$", "");
  }

  private static String types(Set<String> keys) {
    return Arrays.stream(EntityType.values())
        .map(EntityType::key)
        .filter(keys::contains)
        .collect(Collectors.joining(", "));
  }
}
