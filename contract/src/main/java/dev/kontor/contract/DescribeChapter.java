package dev.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Connector;
import dev.kontor.spi.ConnectorProvider;
import dev.kontor.spi.Descriptor;
import dev.kontor.spi.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A connector is found, says the same every time, and has the roles it declares. */
public interface DescribeChapter extends Chapter {

  @Test
  default void isFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(ConnectorProvider.class))
        .anyMatch(p -> p.getClass() == provider().getClass());
  }

  @Test
  default void describesItselfTheSameEveryTime() {
    Descriptor descriptor = provider().descriptor();
    assertThat(descriptor).isEqualTo(provider().descriptor());
    assertThat(descriptor.id()).matches("[a-z][a-z0-9-]*");
    assertThat(descriptor.title()).isNotBlank();
    assertThat(descriptor.longestCall()).isPositive();
  }

  @Test
  default void everySettingIsExplained() {
    JsonNode properties = provider().descriptor().settingsSchema().path("properties");
    assertThat(properties.propertyNames()).isNotEmpty();
    properties.forEachEntry(
        (name, property) -> {
          assertThat(property.path("description").asString("")).as(name).isNotBlank();
          if (name.toLowerCase(java.util.Locale.ROOT).endsWith("secret")) {
            assertThat(property.path("writeOnly").asBoolean(false)).as(name).isTrue();
          }
        });
  }

  /** What the engine keeps for every connection must have one place, else two values can differ. */
  @Test
  default void settingsDoNotRepeatWhatEveryConnectionStates() {
    assertThat(provider().descriptor().settingsSchema().path("properties").propertyNames())
        .doesNotContain("zone", "timeZone", "referencePrefix", "limits", "longestCall", "settle");
  }

  @Test
  default void hasTheRolesItDeclares() {
    Descriptor descriptor = provider().descriptor();
    List<String> missing = new ArrayList<>();
    try (Connector connector = connect()) {
      descriptor
          .abilities()
          .forEach(
              (type, abilities) ->
                  abilities.forEach(
                      ability -> {
                        if (!has(connector, type, ability)) {
                          missing.add(type + " " + ability);
                        }
                      }));
    }
    assertThat(missing).as("declared, but no role for it").isEmpty();
  }

  @Test
  default void limitsAreDatedAndSourced() {
    assertThat(provider().descriptor().limits())
        .allSatisfy(
            limit -> {
              assertThat(limit.source()).isNotBlank();
              assertThat(limit.value()).isPositive();
            });
  }

  @Test
  default void neverShowsSettings() {
    assertThat(bench().settings().toString()).doesNotContain(bench().secrets());
  }

  private static boolean has(Connector connector, EntityType type, Ability ability) {
    return switch (ability) {
      case READ_CHANGES, FIND_BY_ID, FIND_BY_REFERENCE, FIND_BY_MATCH, LIST_KEYS, SEE_DELETES ->
          connector.reader(type).isPresent();
      case CREATE, UPDATE, DELETE, REPEATABLE_WRITE, COMPARE -> connector.writer(type).isPresent();
      case NOTICES, HINTS -> connector.inbox().isPresent();
    };
  }

  /** The ability a write action stands for. */
  static Ability abilityOf(Write.Action action) {
    return Ability.valueOf(action.name());
  }
}
