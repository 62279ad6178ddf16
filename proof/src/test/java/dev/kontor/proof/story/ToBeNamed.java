package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What a comparison of all flows is to name, and nothing else. */
final class ToBeNamed {

  private final List<String> flows;
  private final Map<String, Map<String, Kind.Word>> words = new TreeMap<>();

  ToBeNamed(List<String> flows) {
    this.flows = flows;
  }

  void say(String number, Kind.Word word) {
    Kind.Word before =
        words.computeIfAbsent(word.flow(), flow -> new TreeMap<>()).put(number, word);
    assertThat(before).as(number + " in " + word.flow()).isNull();
  }

  long count() {
    return words.values().stream().mapToLong(Map::size).sum();
  }

  void allIn(Told told) {
    in(told, word -> true);
  }

  void whatPeopleDecideIn(Told told) {
    in(told, word -> !word.mended());
  }

  private void in(Told told, Predicate<Kind.Word> which) {
    Map<String, Map<String, String>> found = new TreeMap<>();
    Map<String, Map<String, String>> wanted = new TreeMap<>();
    for (String flow : flows) {
      found.put(flow, told.causes(flow));
      Map<String, String> causes = new TreeMap<>();
      words
          .getOrDefault(flow, Map.of())
          .forEach(
              (number, word) -> {
                if (which.test(word)) {
                  causes.put(number, word.cause());
                }
              });
      wanted.put(flow, causes);
    }
    assertThat(found).as(told.all()).isEqualTo(wanted);
  }
}
