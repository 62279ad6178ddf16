package dev.kontor.engine.observe;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts calls, as they cost the systems' limits. */
public final class CallCount implements Watch {

  private final AtomicInteger calls = new AtomicInteger();

  @Override
  public Call call(String connection, boolean write) {
    calls.incrementAndGet();
    return Watch.NONE.call(connection, write);
  }

  @Override
  public Work work(String flow, WorkKind kind, List<Long> messages) {
    return Watch.NONE.work(flow, kind, messages);
  }

  @Override
  public void settled(String flow, String state, String fault) {}

  /** So far, to all connections. */
  public int total() {
    return calls.get();
  }
}
