package dev.kontor.proof.simulation;

import java.util.List;

/**
 * A fault put into the engine's source, to see that it does not go unnoticed.
 *
 * @param file below {@code engine/src/main/java/dev/kontor/engine}
 * @param changes each text to find exactly once, and what stands there instead
 * @param hunt method of {@link Hunt} that must not end well with it
 * @param which scene or how many storms
 */
record Mutation(String name, String file, List<Change> changes, String hunt, int which) {

  static final int STORMS = 5;

  /** One edit. */
  record Change(String from, String to) {}

  /** A scene must not end well with it. */
  private Mutation(String name, String file, List<Change> changes, Scene scene) {
    this(name, file, changes, "scene", Scene.ALL.indexOf(scene));
  }

  /** Where there is more to do than may be done, it must be seen. */
  private static Mutation crowded(String name, String file, Change change) {
    return new Mutation(name, file, List.of(change), "crowds", 0);
  }

  static final List<Mutation> ALL =
      List.of(
          new Mutation(
              "lease check removed",
              "lane/NodeLease.java",
              List.of(
                  new Change(
                      "return validUntil.get() - nanoTime.getAsLong() > 0;", "return true;")),
              Scene.STOPPED_BEFORE_CALL),
          new Mutation(
              "intent skipped",
              "delivery/Sending.java",
              List.of(
                  new Change(
                      "Transactions.retrying(database, c -> openIntents(c, line, effects));",
                      "Set.copyOf(effects.stream().map(Effect::key).toList());")),
              Scene.ANSWER_LOST),
          new Mutation(
              "settle time zero",
              "flow/Link.java",
              List.of(
                  new Change("config.longestCall().plus(config.settle())", "config.longestCall()")),
              Scene.LAST_MOMENT),
          new Mutation(
              "a call may leave at any time",
              "delivery/Sending.java",
              List.of(new Change("departures.soon(line, permit)", "permit")),
              Scene.HELD_CALL),
          new Mutation(
              "fence ignored",
              "lane/LaneStore.java",
              List.of(
                  new Change(
                      "where l.id = r.id and l.fence = r.fence and l.owner = ?",
                      "where l.id = r.id and ?::text is not null"),
                  new Change(
                      "and l.id = r.id and l.fence = r.fence and l.owner = ?",
                      "and l.id = r.id and ?::text is not null"),
                  new Change(
                      "where l.id = r.id and l.owner = ? and l.fence = r.fence",
                      "where l.id = r.id and ?::text is not null")),
              Scene.STOPPED_BEFORE_STORING),
          new Mutation(
              "EXISTS instead of counters",
              "lane/LaneStore.java",
              List.of(
                  new Change("order by l.key for update of l", "order by l.key"),
                  new Change(
                      "due = least(l.due, hub_now() + r.delay * interval '1 millisecond'),",
                      "due = case when exists (select 1 from message m where m.lane = l.id"
                          + " and m.finished is null) then hub_now() end,"),
                  new Change(
                      "where l.enqueued = l.finished + r.done",
                      "where r.done > 0 and not exists (select 1 from message m"
                          + " where m.lane = l.id and m.finished is null)")),
              "storms",
              STORMS),
          crowded(
              "request budget in five minutes not kept",
              "budget/Gate.java",
              new Change("wait = requests.spend(of);", "wait = Duration.ZERO;")),
          crowded(
              "slots only for the most urgent",
              "budget/Waiting.java",
              new Change("turns % AGE_DECIDES_EVERY == AGE_DECIDES_EVERY - 1", "turns < 0")),
          crowded(
              "requests only for the most urgent",
              "budget/RequestBudget.java",
              new Change("perFiveMinutes >= SMALLEST_DIVIDED", "perFiveMinutes < 0")));

  @Override
  public String toString() {
    return name;
  }
}
