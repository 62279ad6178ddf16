package dev.kontor.engine.flow;

import dev.kontor.engine.config.ConnectionConfig;
import dev.kontor.spi.Descriptor;
import dev.kontor.spi.Limit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The limits a connection keeps: the connector's dated facts, with the operator's settings of the
 * same name over them.
 *
 * @param all in the connector's order, those only set last
 */
public record Limits(List<Kept> all) {

  private static final long CONCURRENT_UNLESS_SAID = 8;

  /**
   * One limit.
   *
   * @param origin where the value comes from, for people
   */
  public record Kept(String name, long value, String origin) {}

  public static Limits of(ConnectionConfig config, Descriptor descriptor) {
    Map<String, Kept> kept = new LinkedHashMap<>();
    for (Limit limit : descriptor.limits()) {
      String origin = limit.source() + ", read on " + limit.asOf();
      kept.put(limit.name(), new Kept(limit.name(), limit.value(), origin));
    }
    kept.putIfAbsent(
        Limit.CONCURRENT_REQUESTS,
        new Kept(Limit.CONCURRENT_REQUESTS, CONCURRENT_UNLESS_SAID, "the hub's own caution"));
    config
        .limits()
        .forEach((name, value) -> kept.compute(name, (key, fact) -> set(name, value, fact)));
    return new Limits(new ArrayList<>(kept.values()));
  }

  private static Kept set(String name, long value, @org.jspecify.annotations.Nullable Kept fact) {
    String over = fact == null ? "" : " instead of " + fact.value() + " (" + fact.origin() + ")";
    return new Kept(name, value, "set in the configuration" + over);
  }

  /** Most calls in flight. */
  public int concurrent() {
    return (int) value(Limit.CONCURRENT_REQUESTS);
  }

  /** Most requests in five minutes, 0 for no limit. */
  public long perFiveMinutes() {
    return value(Limit.REQUESTS_PER_FIVE_MINUTES);
  }

  private long value(String name) {
    return all.stream().filter(k -> k.name().equals(name)).mapToLong(Kept::value).sum();
  }
}
