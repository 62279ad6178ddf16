package dev.kontor.proof.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fault put into the engine's source, to see that it does not go unnoticed.
 *
 * @param file below {@code engine/src/main/java/dev/kontor/engine}
 * @param changes each text to find exactly once, and what stands there instead
 * @param scene that must not end well with it; null where only real concurrency shows it
 */
record Mutation(String name, String file, List<Change> changes, @Nullable Scene scene) {

  /** One edit. */
  record Change(String from, String to) {}

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
                  new Change(
                      "order by l.key for update of l", "order by l.key"),
                  new Change(
                      "due = least(l.due, hub_now() + r.delay * interval '1 millisecond'),",
                      "due = case when exists (select 1 from message m where m.lane = l.id"
                          + " and m.finished is null) then hub_now() end,"),
                  new Change(
                      "where l.enqueued = l.finished + r.done",
                      "where r.done > 0 and not exists (select 1 from message m"
                          + " where m.lane = l.id and m.finished is null)")),
              null));

  @Override
  public String toString() {
    return name;
  }
}
