package dev.kontor.connector.shopware;

import dev.kontor.connector.shopware.order.OrderFunctions;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Connector;
import dev.kontor.spi.ConnectorProvider;
import dev.kontor.spi.Descriptor;
import dev.kontor.spi.Limit;
import dev.kontor.spi.MappingFunction;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Toolbox;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shopware 6, from 6.5; stock of older shops is refused. */
public final class ShopwareProvider implements ConnectorProvider {

  private static final LocalDate SOURCE_READ = LocalDate.of(2024, 10, 24);

  private static final Map<EntityType, Set<Ability>> ABILITIES =
      Map.of(
          EntityType.ORDER,
          Set.of(
              Ability.READ_CHANGES,
              Ability.FIND_BY_ID,
              Ability.FIND_BY_REFERENCE,
              Ability.LIST_KEYS,
              Ability.UPDATE,
              Ability.REPEATABLE_WRITE,
              Ability.NOTICES),
          EntityType.PRODUCT,
          Set.of(
              Ability.FIND_BY_ID,
              Ability.FIND_BY_REFERENCE,
              Ability.LIST_KEYS,
              Ability.CREATE,
              Ability.UPDATE,
              Ability.DELETE,
              Ability.REPEATABLE_WRITE,
              Ability.NOTICES),
          EntityType.PRICE,
          Set.of(Ability.UPDATE, Ability.REPEATABLE_WRITE),
          EntityType.ORDER_PROGRESS,
          Set.of(Ability.UPDATE, Ability.REPEATABLE_WRITE),
          EntityType.STOCK,
          Set.of(Ability.CREATE, Ability.UPDATE, Ability.REPEATABLE_WRITE));

  private static final List<Limit> LIMITS =
      List.of(
          new Limit("page-size", 500, "Shopware shopware.yaml, api.max_limit", SOURCE_READ),
          new Limit(
              "sign-in-failures-per-10-seconds",
              10,
              "Shopware developer guide, rate limiter, oauth",
              SOURCE_READ),
          new Limit(
              "webhook-failures-before-switch-off",
              10,
              "Shopware RetryWebhookMessageFailedSubscriber",
              SOURCE_READ));

  private static final Descriptor DESCRIPTOR =
      new Descriptor(
          "shopware",
          "Shopware 6",
          ShopwareResource.json("settings.schema.json"),
          ABILITIES,
          LIMITS,
          Duration.ofSeconds(60),
          Duration.ofMinutes(1));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Connector connect(Settings settings, Toolbox toolbox) {
    return new ShopwareConnector(ShopwareSettings.of(settings), toolbox);
  }

  @Override
  public Map<String, MappingFunction> functions() {
    return OrderFunctions.all();
  }
}
