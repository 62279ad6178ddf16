package dev.kontor.connector.businesscentral;

import static dev.kontor.model.EntityType.CREDIT_MEMO;
import static dev.kontor.model.EntityType.CUSTOMER;
import static dev.kontor.model.EntityType.INVOICE;
import static dev.kontor.model.EntityType.ORDER;
import static dev.kontor.model.EntityType.ORDER_PROGRESS;
import static dev.kontor.model.EntityType.PAYMENT;
import static dev.kontor.model.EntityType.PRICE;
import static dev.kontor.model.EntityType.PRODUCT;
import static dev.kontor.model.EntityType.SHIPMENT;
import static dev.kontor.model.EntityType.STOCK;
import static dev.kontor.spi.Ability.COMPARE;
import static dev.kontor.spi.Ability.CREATE;
import static dev.kontor.spi.Ability.DELETE;
import static dev.kontor.spi.Ability.FIND_BY_ID;
import static dev.kontor.spi.Ability.FIND_BY_MATCH;
import static dev.kontor.spi.Ability.FIND_BY_REFERENCE;
import static dev.kontor.spi.Ability.HINTS;
import static dev.kontor.spi.Ability.LIST_KEYS;
import static dev.kontor.spi.Ability.READ_CHANGES;
import static dev.kontor.spi.Ability.REPEATABLE_WRITE;
import static dev.kontor.spi.Ability.UPDATE;

import dev.kontor.model.ModelJson;
import dev.kontor.spi.Connector;
import dev.kontor.spi.ConnectorProvider;
import dev.kontor.spi.Descriptor;
import dev.kontor.spi.Limit;
import dev.kontor.spi.MappingFunction;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Toolbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Dynamics 365 Business Central, API v2.0, in Microsoft's cloud or on a server of one's own. */
public final class BusinessCentralProvider implements ConnectorProvider {

  private static final LocalDate READ_ON = LocalDate.of(2026, 8, 21);
  private static final String LIMITS = "administration/operational-limits-online";

  /** Below the gateway's ten minutes, so that the hub gives up knowingly. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(100);

  /** The service works up to eight minutes on a call and may have queued it as long. */
  private static final Duration SETTLE = Duration.ofMinutes(20);

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
        "business-central",
        "Dynamics 365 Business Central",
        schema(),
        Map.of(
            PRODUCT,
                Set.of(
                    READ_CHANGES,
                    FIND_BY_ID,
                    FIND_BY_REFERENCE,
                    LIST_KEYS,
                    CREATE,
                    UPDATE,
                    REPEATABLE_WRITE,
                    COMPARE,
                    HINTS),
            PRICE, Set.of(READ_CHANGES, FIND_BY_ID, LIST_KEYS, HINTS),
            STOCK, Set.of(READ_CHANGES, FIND_BY_ID, LIST_KEYS, HINTS),
            CUSTOMER,
                Set.of(READ_CHANGES, FIND_BY_ID, FIND_BY_MATCH, LIST_KEYS, CREATE, UPDATE, HINTS),
            ORDER,
                Set.of(
                    READ_CHANGES,
                    FIND_BY_ID,
                    FIND_BY_REFERENCE,
                    LIST_KEYS,
                    CREATE,
                    UPDATE,
                    DELETE,
                    HINTS),
            CREDIT_MEMO, Set.of(FIND_BY_REFERENCE, CREATE),
            INVOICE, Set.of(FIND_BY_REFERENCE, CREATE),
            SHIPMENT, Set.of(FIND_BY_REFERENCE, CREATE),
            PAYMENT, Set.of(FIND_BY_ID, FIND_BY_REFERENCE, CREATE),
            ORDER_PROGRESS, Set.of(READ_CHANGES, FIND_BY_ID, FIND_BY_REFERENCE, HINTS)),
        List.of(
            new Limit(Limit.CONCURRENT_REQUESTS, 5, LIMITS, READ_ON),
            new Limit(Limit.REQUESTS_PER_FIVE_MINUTES, 6000, LIMITS, READ_ON),
            new Limit("webhook-subscriptions", WebhookCheck.MOST, LIMITS, READ_ON)),
        LONGEST_CALL,
        SETTLE);
  }

  @Override
  public Connector connect(Settings settings, Toolbox toolbox) {
    return new BusinessCentral(Configuration.of(settings), toolbox);
  }

  @Override
  public Map<String, MappingFunction> functions() {
    return Functions.all();
  }

  private static JsonNode schema() {
    try (InputStream in =
        BusinessCentralProvider.class.getResourceAsStream("settings.schema.json")) {
      return ModelJson.parse(Objects.requireNonNull(in).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
