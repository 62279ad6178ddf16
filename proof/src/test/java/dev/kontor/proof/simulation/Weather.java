package dev.kontor.proof.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How often calls go wrong, and how; different in each history. */
final class Weather {

  /** What becomes of a reading call. */
  enum Reading {
    FINE(Happening.READING),
    THROTTLED(Happening.THROTTLED),
    AWAY(Happening.UNREACHABLE),
    /** The connector itself fails. */
    BUG(Happening.CONNECTOR_BUG);

    private final Happening happening;

    Reading(Happening happening) {
      this.happening = happening;
    }

    Happening happening() {
      return happening;
    }
  }

  /** What becomes of a writing call. */
  enum Writing {
    FINE(Happening.WRITING),
    THROTTLED(Happening.THROTTLED),
    /** Nothing left, nothing applied. */
    AWAY(Happening.UNREACHABLE),
    REQUEST_LOST(Happening.REQUEST_LOST),
    ANSWER_LOST(Happening.ANSWER_LOST),
    /** Applied after the caller has given up, within the settle time. */
    LATE(Happening.ANSWER_LOST),
    /** As late as can be. */
    LATEST(Happening.ANSWER_LOST),
    /** The first ones applied and answered, the rest not mentioned. */
    CUT(Happening.WRITING),
    /** The first ones applied, nothing answered. */
    RESET(Happening.CONNECTION_RESET),
    /** Each element for itself. */
    MIXED(Happening.WRITING),
    /** The connector itself fails half way. */
    BUG(Happening.CONNECTOR_BUG);

    private final Happening happening;

    Writing(Happening happening) {
      this.happening = happening;
    }

    Happening happening() {
      return happening;
    }
  }

  /** What would be rare if each trouble were as likely as any other. */
  private static final List<Writing> RARE =
      List.of(Writing.LATE, Writing.LATEST, Writing.MIXED, Writing.CUT, Writing.RESET);

  /** What only a call that writes several can suffer; such calls are few. */
  private static final List<Writing> PARTIAL = List.of(Writing.MIXED, Writing.CUT);

  private final Dice dice;
  private final int badReads;
  private final int badWrites;
  private final List<Writing> troubles;
  private final int holds;
  private final Map<String, Writing> first = new HashMap<>();
  private boolean calm;

  private Weather(Dice dice, int badReads, int badWrites, List<Writing> troubles, int holds) {
    this.dice = dice;
    this.badReads = badReads;
    this.badWrites = badWrites;
    this.troubles = troubles;
    this.holds = holds;
  }

  /** Nothing goes wrong. */
  static Weather fine(Dice dice) {
    return new Weather(dice, 0, 0, List.of(), 0);
  }

  static Weather random(Dice dice) {
    int badReads = dice.chance(500) ? dice.below(200) : 0;
    int badWrites = dice.chance(800) ? dice.below(700) : 0;
    List<Writing> troubles = new ArrayList<>();
    for (Writing trouble : Writing.values()) {
      if (trouble != Writing.FINE && dice.chance(trouble == Writing.BUG ? 150 : 500)) {
        troubles.add(trouble);
      }
    }
    int holds = dice.chance(300) ? dice.below(150) : 0;
    return new Weather(dice, badReads, badWrites, dice.chance(250) ? RARE : troubles, holds);
  }

  /** What becomes of the first call that writes such documents. */
  Weather first(String what, Writing luck) {
    first.put(what, luck);
    return this;
  }

  void calm() {
    calm = true;
  }

  /** How long a write is kept waiting for its turn before it leaves. */
  Duration held() {
    return calm || !dice.chance(holds)
        ? Duration.ZERO
        : dice.upTo(World.LONGEST_CALL.multipliedBy(2));
  }

  boolean isCalm() {
    return calm;
  }

  Reading reading() {
    if (calm || !dice.chance(badReads)) {
      return Reading.FINE;
    }
    int thrown = dice.below(10);
    return thrown < 5 ? Reading.AWAY : thrown < 9 ? Reading.THROTTLED : Reading.BUG;
  }

  /** How long a caller is asked to rest, if that is said. */
  @Nullable Duration rest() {
    return dice.chance(500) ? null : Duration.ofSeconds(dice.below(31));
  }

  /**
   * @param writes how many documents the call writes
   */
  Writing writing(String what, int writes) {
    Writing scripted = first.remove(what);
    if (scripted != null) {
      return scripted;
    }
    if (calm || troubles.isEmpty() || !dice.chance(badWrites)) {
      return Writing.FINE;
    }
    return dice.oneOf(writes > 1 && dice.chance(500) ? PARTIAL : troubles);
  }
}
