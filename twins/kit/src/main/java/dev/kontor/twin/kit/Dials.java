package dev.kontor.twin.kit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Thread-safe fault dials of a twin; the same seed and the same calls give the same faults. */
public final class Dials {
  private static final int PARTS = 1_000_000;
  private DialSettings settings = DialSettings.CALM;
  private Random random = new Random(DialSettings.CALM.seed());

  public synchronized DialSettings settings() {
    return settings;
  }

  /** All faults off, random sequence back to its start. */
  public synchronized void reset() {
    settings = DialSettings.CALM;
    random = new Random(settings.seed());
  }

  /** Sets the named dials and leaves the others; throws IllegalArgumentException on a bad one. */
  public synchronized void set(JsonNode patch) {
    ObjectNode merged = (ObjectNode) json();
    patch.properties().forEach(p -> merged.set(p.getKey(), p.getValue()));
    try {
      settings =
          Json.MAPPER
              .readerFor(DialSettings.class)
              .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .readValue(merged);
    } catch (tools.jackson.core.JacksonException e) {
      throw new IllegalArgumentException(
          "Dial not understood; GET /_twin/dials lists all names: " + e.getOriginalMessage(), e);
    }
    if (patch.has("seed")) {
      random = new Random(settings.seed());
    }
  }

  /** Sets one dial by its JSON name, for example {@code set("throttleProbability", "0.2")}. */
  public Dials set(String dial, Object value) {
    set(Json.object().set(dial, Json.MAPPER.valueToTree(value)));
    return this;
  }

  /** Faults meet only calls below this path with one of these methods (none given: all). */
  public Dials only(String pathPrefix, String... methods) {
    return set("pathPrefix", pathPrefix).set("methods", List.of(methods));
  }

  public synchronized JsonNode json() {
    return Json.MAPPER.valueToTree(settings);
  }

  /** Whether an event of this probability happens now. */
  public synchronized boolean happens(BigDecimal probability) {
    return probability.signum() > 0
        && BigDecimal.valueOf(random.nextInt(PARTS))
                .compareTo(probability.multiply(BigDecimal.valueOf(PARTS)))
            < 0;
  }

  synchronized Disturbance disturbance(Call call) {
    DialSettings s = settings;
    if (s.down()) {
      return Disturbance.RESET;
    }
    if (!s.covers(call)) {
      return Disturbance.NONE;
    }
    if (happens(s.throttleProbability())) {
      return Disturbance.THROTTLE;
    }
    if (happens(s.serverErrorProbability())) {
      return Disturbance.SERVER_ERROR;
    }
    if (happens(s.resetProbability())) {
      return Disturbance.RESET;
    }
    if (happens(s.dropAnswerProbability())) {
      return Disturbance.DROP_ANSWER;
    }
    return happens(s.lateCommitProbability()) ? Disturbance.LATE_COMMIT : Disturbance.NONE;
  }
}
