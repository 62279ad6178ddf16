package dev.kontor.flows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.ConnectorPage;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.spi.Descriptor;
import dev.kontor.spi.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a connector's page says of settings, limits and flows is what the code has. */
class ConnectorPagesTest {

  private final Pack pack = new Pack();

  @ParameterizedTest
  @ValueSource(strings = {"business-central", "shopware", "magento", "finance-operations", "amqp"})
  void nameEverySettingWithItsDefaultAndNoOther(String connector) {
    Map<String, SettingRows.Row> settings =
        SettingRows.of(pack.descriptor(connector).settingsSchema());
    List<List<String>> told = ConnectorPage.of(connector).table("Settings", "setting");

    assertThat(told)
        .extracting(row -> ConnectorPage.code(row.getFirst()).getFirst())
        .containsExactlyInAnyOrderElementsOf(settings.keySet());
    for (List<String> row : told) {
      String name = ConnectorPage.code(row.getFirst()).getFirst();
      agrees(name, row, Objects.requireNonNull(settings.get(name)));
    }
  }

  /**
   * @param row what the page says of the setting
   */
  private static void agrees(String name, List<String> row, SettingRows.Row setting) {
    assertThat(row.get(1).equals("required"))
        .as("%s must be stated", name)
        .isEqualTo(setting.required());
    assertThat(row.get(1)).as("what holds without %s", name).isNotEmpty();
    JsonNode standard = setting.value().path("default");
    if (standard.isValueNode()) {
      assertThat(row.get(1)).as("default of %s", name).isEqualTo("`" + standard.asString() + "`");
    }
    assertThat(ConnectorPage.code(row.get(1) + " " + row.get(2)))
        .as("values of %s", name)
        .containsAll(choices(setting.value()));
  }

  private static List<String> choices(JsonNode setting) {
    JsonNode values =
        setting.has("enum") ? setting.path("enum") : setting.path("items").path("enum");
    return values.valueStream().map(value -> value.asString("")).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"business-central", "shopware", "magento", "finance-operations", "amqp"})
  void nameEveryLimitWithItsSource(String connector) {
    Descriptor descriptor = pack.descriptor(connector);
    List<List<String>> limits = new ArrayList<>();
    for (Limit limit : descriptor.limits()) {
      String name = "`" + limit.name() + "`";
      limits.add(List.of(name, "" + limit.value(), limit.source() + ", " + limit.asOf()));
    }
    List<List<String>> told = ConnectorPage.of(connector).table("Limits", "limit");

    assertThat(told.subList(0, limits.size())).isEqualTo(limits);
    assertThat(told.subList(limits.size(), told.size()))
        .extracting(row -> row.subList(0, 2))
        .containsExactly(
            List.of("longest call", descriptor.longestCall().toString()),
            List.of("settle time", descriptor.settle().toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"business-central", "shopware", "magento", "finance-operations"})
  void nameEveryFlowOfThePack(String connector) {
    Pack used = Pack.of(connector);
    List<List<String>> flows = new ArrayList<>();
    for (FlowConfig flow : used.config.flows()) {
      flows.add(
          List.of(
              "`" + flow.name() + "`",
              flow.from().connection() + " → " + flow.to().connection(),
              flow.enabled() ? "yes" : "no",
              flow.kind().isPolled() ? flow.poll().toString() : "fed"));
    }
    assertThat(ConnectorPage.of(connector).table("Flows", "flow"))
        .extracting(row -> row.subList(0, 4))
        .containsExactlyInAnyOrderElementsOf(flows);
  }
}
