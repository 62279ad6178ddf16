package dev.kontor.connector.businesscentral;

import dev.kontor.kit.EntityModel;
import dev.kontor.kit.ODataClient;
import dev.kontor.kit.ODataSession;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The API pages of one app, the companion app (companion/README.md) or a partner's, at a route of
 * their own. Whether a page is there is asked before it is read. An app installed later is noticed
 * within minutes.
 */
final class ApiPages {

  private static final Duration ASKED_AGAIN = Duration.ofMinutes(10);

  private final ODataSession session;
  private final Supplier<String> prefix;
  private final InstantSource clock;
  private @Nullable EntityModel model;
  private Instant asked = Instant.EPOCH;

  /**
   * @param prefix of the company, found when first needed
   */
  ApiPages(ODataSession session, Supplier<String> prefix, InstantSource clock) {
    this.session = session;
    this.prefix = prefix;
    this.clock = clock;
  }

  ODataClient client() {
    return new ODataClient(session, prefix.get());
  }

  boolean has(String entitySet) {
    return model().has(entitySet);
  }

  /** What is installed; nothing if the service does not know the app. */
  synchronized EntityModel model() {
    EntityModel known = model;
    if (known != null && clock.instant().isBefore(asked.plus(ASKED_AGAIN))) {
      return known;
    }
    EntityModel read = read();
    model = read;
    asked = clock.instant();
    return read;
  }

  private EntityModel read() {
    try {
      return new ODataClient(session, "").metadata();
    } catch (FaultException e) {
      if (e.fault() instanceof Fault.Invalid || e.fault() instanceof Fault.Unsupported) {
        return EntityModel.nothing();
      }
      throw e;
    }
  }
}
