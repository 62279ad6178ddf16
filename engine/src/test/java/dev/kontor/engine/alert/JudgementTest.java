package dev.kontor.engine.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.config.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An alert opens once, is over once, and nothing is said of what did not last. */
final class JudgementTest {

  private static final Duration LOOK = Duration.ofSeconds(10);
  private static final Duration REPEAT = Duration.ofSeconds(60);
  private static final Duration CALM = Duration.ofSeconds(25);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Judgement judgement = new Judgement(REPEAT, CALM);

  /** What is said while the number of documents is that at each look, 0 for none. */
  private List<@Nullable Tidings> said(List<Integer> counts, Duration patience) {
    List<@Nullable Tidings> said = new ArrayList<>();
    Standing standing = null;
    Instant now = Samples.NOON;
    for (int count : counts) {
      Finding finding = Samples.failed(count, Severity.URGENT, patience);
      Judgement.Ruling ruling = null;
      if (count > 0) {
        ruling =
            standing == null
                ? judgement.begins(finding, now)
                : judgement.lasts(standing, finding, now);
      } else if (standing != null) {
        ruling = judgement.isGone(standing, now);
      }
      if (ruling != null) {
        standing = ruling.over() ? null : ruling.standing();
      }
      said.add(ruling == null ? null : ruling.tell());
      now = now.plus(LOOK);
    }
    return said;
  }

  private static String words(List<@Nullable Tidings> said) {
    return said.stream()
        .map(t -> t == null ? "." : t.name().substring(0, 2))
        .collect(Collectors.joining());
  }

  @Property
  void openingAndEndTakeTurns(
      @ForAll @Size(max = 60) List<@IntRange(max = 200) Integer> counts,
      @ForAll @IntRange(max = 2) int looks) {
    String words = words(said(counts, LOOK.multipliedBy(looks))).replace(".", "");
    assertThat(words).matches("(OP(RE)*OV)*(OP(RE)*)?");
  }

  @Property
  void whatIsGoneForLongEnoughIsOver(
      @ForAll @Size(max = 40) List<@IntRange(max = 200) Integer> counts) {
    List<Integer> ended = new ArrayList<>(counts);
    ended.addAll(List.of(0, 0, 0, 0));
    String words = words(said(ended, Duration.ZERO)).replace(".", "");
    assertThat(words).matches("(OP(RE)*OV)*");
    assertThat(words.isEmpty()).isEqualTo(counts.stream().allMatch(c -> c == 0));
  }

  @org.junit.jupiter.api.Test
  void aBreakShorterThanTheCalmChangesNothing() {
    assertThat(words(said(List.of(1, 0, 0, 1, 1, 0, 0, 0, 0, 0), Duration.ZERO)))
        .isEqualTo("OP......OV..");
    assertThat(words(said(List.of(1, 0, 1, 0, 1, 1, 1, 1), PATIENCE)))
        .as("not before it has been so for that long")
        .isEqualTo("......OP.");
  }

  @org.junit.jupiter.api.Test
  void itIsSaidAgainInTimeAndWhenThereAreTenTimesAsMany() {
    assertThat(words(said(List.of(2, 2, 2, 2, 2, 2, 2, 2), Duration.ZERO))).isEqualTo("OP.....RE.");
    assertThat(words(said(List.of(2, 19, 20, 199, 200), Duration.ZERO))).isEqualTo("OP.RE.RE");
  }
}
