package dev.kontor.connector.financeoperations.event;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.model.EntityType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What business events mean, by setting {@code events}, whichever way they came: ids differ by
 * version and installation, so none is taken for granted.
 */
public final class EventMeanings {

  /** Beyond this, or with other signs, an id is nothing that may stand on a record. */
  private static final String PLAIN = "\\w{1,80}";

  private final String company;
  private final Map<String, Set<EntityType>> types = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  public EventMeanings(FnoSettings settings) {
    this.company = settings.company();
    settings
        .open()
        .path("events")
        .properties()
        .forEach(event -> types.put(event.getKey(), types(event.getValue())));
  }

  private static Set<EntityType> types(JsonNode named) {
    return named
        .valueStream()
        .map(type -> EntityType.of(type.asString("")))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Ids of the events that mean something. */
  public Set<String> ids() {
    return Set.copyOf(types.keySet());
  }

  /**
   * @param body of one event, as the environment sends it
   */
  public Meaning of(byte[] body) {
    Optional<BusinessEvent> event = BusinessEvent.of(body);
    return event.isEmpty() ? new Meaning.Unreadable() : of(event.get());
  }

  private Meaning of(BusinessEvent event) {
    if (!event.company().isEmpty() && !event.company().equalsIgnoreCase(company)) {
      return new Meaning.OfNoConcern(
          "a business event of another legal entity than "
              + company
              + "; activate events for that one only");
    }
    Set<EntityType> meant = types.getOrDefault(event.id(), Set.of());
    return meant.isEmpty()
        ? new Meaning.OfNoConcern(
            "a business event"
                + (event.id().matches(PLAIN) ? " " + event.id() : "")
                + " that setting events does not name, as the test message is when an endpoint is"
                + " activated")
        : new Meaning.Changed(meant);
  }
}
