package dev.kontor.engine.config;

import dev.kontor.model.DeliveryState;
import dev.kontor.model.EntityType;
import dev.kontor.model.PaymentState;
import dev.kontor.model.ProgressEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One flow as its pack ships it and as the operator set it.
 *
 * @param shipped the pack's flow
 * @param set the operator's settings, a missing node if none
 */
record FlowText(String name, JsonNode shipped, JsonNode set, Map<String, ConnectionConfig> roles) {

  FlowConfig read(String prefix) {
    ConnectionConfig from = role("from");
    ConnectionConfig to = role("to");
    return new FlowConfig(
        prefix + name,
        kind(),
        value("", "enabled").asBoolean(true),
        new FlowConfig.Source(from.name(), entity("from"), mapping("from")),
        new FlowConfig.Target(
            to.name(),
            entity("to"),
            Objects.requireNonNull(mapping("to"), name + ".to.mapping"),
            text(shipped.path("to").path("reading"))),
        conditions(from.zone()),
        rule(),
        sibling(prefix, "customers"),
        sibling(prefix, "reply"),
        shipped.path("money").valueStream().map(flow -> prefix + flow.asString()).toList(),
        Duration.parse(value("", "poll").asString("PT1M")),
        Duration.parse(value("", "missingAge").asString("P3D")),
        quiet(to.zone()),
        tells(),
        reconcile(to.zone()),
        value("", "dryRun").asBoolean(false),
        sharing(prefix),
        sla());
  }

  private @Nullable Duration sla() {
    String stated = text(value("", "sla"));
    return stated == null ? kind().usualSla() : Duration.parse(stated);
  }

  private Sharing sharing(String prefix) {
    Map<Attribute, Owner> owners = new EnumMap<>(Attribute.usualOwners());
    for (Attribute attribute : Attribute.values()) {
      owner(attribute.key()).ifPresent(owner -> owners.put(attribute, owner));
    }
    return new Sharing(
        value("", "registrations").asBoolean(false),
        sibling(prefix, "mirrors"),
        owners,
        articles());
  }

  /** Those the operator states; the others follow from which flows are switched on. */
  private Map<ArticleAttribute, Owner> articles() {
    Map<ArticleAttribute, Owner> owners = new EnumMap<>(ArticleAttribute.class);
    if (kind() == FlowKind.STATE) {
      for (ArticleAttribute attribute : ArticleAttribute.values()) {
        owner(attribute.key()).ifPresent(owner -> owners.put(attribute, owner));
      }
    }
    return owners;
  }

  private Optional<Owner> owner(String attribute) {
    return Optional.ofNullable(text(value("owners", attribute)))
        .map(owner -> Owner.valueOf(owner.toUpperCase(Locale.ROOT)));
  }

  private FlowKind kind() {
    return FlowKind.valueOf(shipped.path("kind").asString().toUpperCase(Locale.ROOT));
  }

  private Set<ProgressEvent.Kind> tells() {
    JsonNode told = value("", "tells");
    return told.isArray()
        ? told.valueStream()
            .map(kind -> ProgressEvent.Kind.valueOf(kind.asString().toUpperCase(Locale.ROOT)))
            .collect(Collectors.toSet())
        : Set.of(ProgressEvent.Kind.values());
  }

  private QuietHours quiet(ZoneId target) {
    List<DailyWindow> windows =
        value("", "quiet")
            .valueStream()
            .map(w -> new DailyWindow(time(w.path("from")), time(w.path("to"))))
            .toList();
    return windows.isEmpty() ? QuietHours.NONE : new QuietHours(windows, target);
  }

  private @Nullable DailyTime reconcile(ZoneId target) {
    JsonNode at = value("", "reconcile");
    return at.isString() ? new DailyTime(time(at), target) : null;
  }

  private static LocalTime time(JsonNode text) {
    return LocalTime.parse(text.asString());
  }

  private ConnectionConfig role(String end) {
    String role = shipped.path(end).path("role").asString();
    return Objects.requireNonNull(roles.get(role), () -> "role " + role + " of flow " + name);
  }

  private EntityType entity(String end) {
    return EntityType.of(shipped.path(end).path("entity").asString());
  }

  private @Nullable String mapping(String end) {
    return text(shipped.path(end).path("mapping"));
  }

  private @Nullable String sibling(String prefix, String field) {
    String flow = text(shipped.path(field));
    return flow == null ? null : prefix + flow;
  }

  /** The operator's value of a field, else the pack's; a field is taken whole, never merged. */
  private JsonNode value(String group, String field) {
    JsonNode own = group.isEmpty() ? set : set.path(group);
    JsonNode pack = group.isEmpty() ? shipped : shipped.path(group);
    return own.has(field) ? own.path(field) : pack.path(field);
  }

  private ExportConditions conditions(ZoneId shop) {
    Map<String, Set<PaymentState>> states = new HashMap<>();
    for (Map.Entry<String, JsonNode> method : value("conditions", "paymentStates").properties()) {
      Set<PaymentState> allowed = new HashSet<>();
      method.getValue().forEach(state -> allowed.add(PaymentState.valueOf(state.asString())));
      states.put(method.getKey(), Set.copyOf(allowed));
    }
    return new ExportConditions(
        states,
        texts(value("conditions", "deliveryStates")).stream()
            .map(DeliveryState::valueOf)
            .collect(Collectors.toSet()),
        new Route(
            texts(value("conditions", "channels")),
            texts(value("conditions", "currencies")),
            texts(value("conditions", "countries")),
            texts(value("conditions", "billToCountries"))),
        texts(value("conditions", "withoutTags")),
        Duration.parse(value("conditions", "hold").asString("PT0S")),
        from(text(value("conditions", "from")), shop),
        text(value("conditions", "fromNumber")));
  }

  /** A day begins at midnight in the shop's zone. */
  private static @Nullable Instant from(@Nullable String text, ZoneId shop) {
    if (text == null) {
      return null;
    }
    return text.contains("T")
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDate.parse(text).atStartOfDay(shop).toInstant();
  }

  private StockRule rule() {
    JsonNode safety = value("rule", "safety");
    return new StockRule(
        texts(value("rule", "locations")),
        safety.isNumber() ? safety.decimalValue() : BigDecimal.ZERO,
        value("rule", "countReceipts").asBoolean(false),
        value("rule", "receiptsWithinDays").asInt(0),
        Set.of());
  }

  private static Set<String> texts(JsonNode list) {
    List<String> texts = list.valueStream().map(JsonNode::asString).toList();
    return Set.copyOf(texts);
  }

  private static @Nullable String text(JsonNode value) {
    return value.isValueNode() && !value.isNull() ? value.asString() : null;
  }
}
