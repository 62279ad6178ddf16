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
public record Limits(List<KeptLimit> all) {

  private static final long CONCURRENT_UNLESS_SAID = 8;

  public static Limits of(ConnectionConfig config, Descriptor descriptor) {
    Map<String, KeptLimit> kept = new LinkedHashMap<>();
    for (Limit limit : descriptor.limits()) {
      kept.put(limit.name(), KeptLimit.of(limit));
    }
    kept.putIfAbsent(
        Limit.CONCURRENT_REQUESTS,
        new KeptLimit(Limit.CONCURRENT_REQUESTS, CONCURRENT_UNLESS_SAID, "the hub's own caution"));
    config
        .limits()
        .forEach(
            (name, value) -> kept.compute(name, (key, fact) -> KeptLimit.set(name, value, fact)));
    return new Limits(new ArrayList<>(kept.values()));
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
    return all.stream().filter(k -> k.name().equals(name)).mapToLong(KeptLimit::value).sum();
  }
}
