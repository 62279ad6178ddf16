package dev.kontor.twin.kit;

import java.time.Instant;
import java.time.InstantSource;
import tools.jackson.databind.node.ObjectNode;

/** Counts the system calls a twin received, by method and path template, for API budgets. */
public final class Calls {
  private final InstantSource clock;
  private final Tally calls = new Tally();
  private final Tally operations = new Tally();
  private Instant since;

  Calls(InstantSource clock) {
    this.clock = clock;
    this.since = clock.instant();
  }

  synchronized void count(Call call) {
    calls.count(call);
  }

  /** Counts what a call does: each part of a batch, or the call itself. */
  public synchronized void countOperation(Call call) {
    operations.count(call);
  }

  /** Calls of one method to one path template since the start or the last reset. */
  public synchronized long of(String method, String template) {
    return calls.of(method, template);
  }

  public synchronized long total() {
    return calls.total();
  }

  public synchronized void reset() {
    calls.reset();
    operations.reset();
    since = clock.instant();
  }

  /** {@code {since, total, calls:[{method, path, count}], operations:[{method, path, count}]}}. */
  public synchronized ObjectNode json() {
    ObjectNode json = Json.object().put("since", since.toString()).put("total", total());
    calls.list(json.putArray("calls"));
    operations.list(json.putArray("operations"));
    return json;
  }
}
