package dev.kontor.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Slots are given to those who want them, evenly, and in turn where they are too few. */
final class FairShareTest {

  @Test
  void oneNodeAloneGetsWhatItWants() {
    assertThat(FairShare.of(5, Map.of("a", 3), 0)).isEqualTo(Map.of("a", 3));
    assertThat(FairShare.of(5, Map.of("a", 9), 0)).isEqualTo(Map.of("a", 5));
  }

  @Test
  void whatOneDoesNotWantTheOthersGet() {
    assertThat(FairShare.of(5, Map.of("a", 9, "b", 1), 0)).isEqualTo(Map.of("a", 4, "b", 1));
  }

  @Test
  void whereSlotsAreTooFewEachNodeHasItsTurn() {
    Map<String, Integer> wants = Map.of("a", 1, "b", 1, "c", 1);
    Map<String, Integer> had = new HashMap<>();
    for (long turn = 0; turn < 3; turn++) {
      FairShare.of(1, wants, turn).forEach((node, slots) -> had.merge(node, slots, Integer::sum));
    }
    assertThat(had).isEqualTo(wants);
  }

  @Property
  void neverMoreThanThereAreAndNobodyGetsMoreWhileAnotherHasLess(
      @ForAll @IntRange(max = 20) int slots,
      @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 9) Integer> wanted,
      @ForAll @IntRange(max = 100) int turn) {
    Map<String, Integer> wants = new HashMap<>();
    wanted.forEach(w -> wants.put("node" + wants.size(), w));
    Map<String, Integer> shares = FairShare.of(slots, wants, turn);
    int all = wants.values().stream().mapToInt(w -> w).sum();
    assertThat(shares.values().stream().mapToInt(s -> s).sum()).isEqualTo(Math.min(slots, all));
    int most = shares.values().stream().mapToInt(s -> s).max().orElse(0);
    wants.forEach(
        (node, want) ->
            assertThat(shares.getOrDefault(node, 0)).isBetween(Math.min(want, most - 1), want));
  }
}
