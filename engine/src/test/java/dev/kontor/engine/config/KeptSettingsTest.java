package dev.kontor.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.model.ModelJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is set up in the console holds over the file and is checked as the file is. */
class KeptSettingsTest {

  private static final PackUse USE =
      new PackUse("books--web", "", Map.of("shop", "shop", "erp", "erp"));

  @TempDir Path directory;
  private Installation installation;

  @BeforeEach
  void setUp() {
    installation = new Installation(directory);
  }

  private HubConfig load(String yaml, KeptSettings kept) {
    installation.file("kontor.yaml", yaml);
    return new ConfigFile(
            directory.resolve("kontor.yaml"), installation.environment, Installation.installed())
        .load(kept);
  }

  private ConnectionConfig connection(String name, KeptSettings kept) {
    return Objects.requireNonNull(load(Installation.CONNECTIONS, kept).connections().get(name));
  }

  private FlowConfig flow(String name, String yaml, KeptSettings kept) {
    return load(yaml, kept).flows().stream()
        .filter(flow -> flow.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static KeptConnection shop(String settings, Map<String, String> secrets) {
    return new KeptConnection(
        "web", "Europe/Vienna", "S2-", (ObjectNode) ModelJson.parse(settings), secrets);
  }

  private static KeptSettings second(String settings, Map<String, String> secrets) {
    return KeptSettings.NONE.with("second", shop(settings, secrets));
  }

  private static Map<String, JsonNode> poll(String json) {
    return Map.of("poll", ModelJson.parse(json));
  }

  @Test
  void aConnectionOfTheConsoleHasItsSecrets() {
    KeptSettings kept =
        second(
            "{\"url\": \"https://two.example\"}",
            Map.of("/secret", "typed-in", "/door/key", "of the door"));
    ConnectionConfig second = connection("second", kept);
    assertThat(second.settings().text("secret")).isEqualTo("typed-in");
    assertThat(second.settings().node("door").path("key").asString()).isEqualTo("of the door");
    assertThat(second.zone().getId()).isEqualTo("Europe/Vienna");
    assertThat(second.referencePrefix()).isEqualTo("S2-");
    assertThat(kept.toString()).doesNotContain("typed-in");
  }

  @Test
  void aFileWithoutConnectionsWaitsToBeSetUp() {
    assertThat(load("", KeptSettings.NONE).connections()).isEmpty();
    assertThat(load("connections:\n# none yet\n", KeptSettings.NONE).connections()).isEmpty();
  }

  @Test
  void whatIsWrongWithItNamesTheConsole() {
    KeptSettings kept = second("{\"ulr\": \"x\"}", Map.of("/secret", "abc"));
    assertThatThrownBy(() -> load(Installation.CONNECTIONS, kept))
        .hasMessageContaining("console: connections.second.settings.url: is missing")
        .hasMessageContaining("console: connections.second.settings.ulr: is unknown; did you mean")
        .hasMessageNotContaining("abc");
    KeptSettings weak = second("{\"url\": \"x\"}", Map.of("/secret", "abc"));
    assertThatThrownBy(() -> load(Installation.CONNECTIONS, weak))
        .hasMessageContaining("console: connections.second.settings.secret: ")
        .hasMessageNotContaining("abc");
  }

  @Test
  void whatTheFileHasIsTheFiles() {
    KeptSettings kept =
        KeptSettings.NONE.with(
            "shop", shop("{\"url\": \"https://other.example\"}", Map.of("/secret", "other")));
    ConnectionConfig shop = connection("shop", kept);
    assertThat(shop.settings().text("url")).isEqualTo("https://shop.example");
    assertThat(shop.settings().text("secret")).isEqualTo("s3cret");
  }

  @Test
  void aFileCannotReferToSecretsOfTheConsole() {
    KeptSettings kept = second("{\"url\": \"https://two.example\"}", Map.of("/secret", "typed-in"));
    String stolen = Installation.CONNECTIONS.replace("{env: SHOP_SECRET}", "{kept: /secret}");
    assertThatThrownBy(() -> load(stolen, KeptSettings.NONE)).hasMessageContaining("is unknown");
    assertThatThrownBy(() -> load(stolen, kept))
        .hasMessageContaining("kontor.yaml:6: connections.shop.settings.secret: the console keeps");
  }

  @Test
  void flowsAreSetOneByOneWhoeverUsesTheirPack() {
    String pack =
        "packs: [{use: books--web, prefix: a-, roles: {shop: shop, erp: erp},"
            + " flows: {stock: {poll: PT10S, enabled: false}}}]\n";
    KeptSettings kept =
        KeptSettings.NONE
            .with(USE)
            .with("a-stock", poll("\"PT5S\""))
            .with("stock", poll("\"PT7S\""));
    String yaml = Installation.CONNECTIONS + pack;
    assertThat(flow("a-stock", yaml, kept).poll()).isEqualTo(Duration.ofSeconds(5));
    assertThat(flow("a-stock", yaml, kept).enabled()).isFalse();
    assertThat(flow("stock", yaml, kept).poll()).isEqualTo(Duration.ofSeconds(7));
    KeptSettings back = kept.with("a-stock", poll("null")).with("stock", poll("null"));
    assertThat(flow("a-stock", yaml, back).poll()).isEqualTo(Duration.ofSeconds(10));
    assertThat(flow("stock", yaml, back).poll()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void aWrongSettingOfAFlowNamesTheConsoleAndAWrongPackTheFile() {
    String pack = "packs: [{use: books--web, roles: {shop: shop, erp: erp}}]\n";
    assertThatThrownBy(
            () ->
                load(
                    Installation.CONNECTIONS + pack,
                    KeptSettings.NONE.with("stock", poll("\"soon\""))))
        .hasMessageContaining("console: packs[0].flows.stock.poll: has the wrong form");
    KeptSettings rest =
        KeptSettings.NONE.with(
            "stock",
            Map.of("quiet", ModelJson.parse("[{\"from\": \"22:00\", \"to\": \"22:00\"}]")));
    assertThatThrownBy(() -> load(Installation.CONNECTIONS + pack, rest))
        .hasMessageContaining("console: packs[0].flows.stock.quiet: lets the flow");
    KeptSettings nowhere =
        KeptSettings.NONE.with(
            new PackUse("books--web", "b-", Map.of("shop", "shop", "erp", "no")));
    assertThatThrownBy(() -> load(Installation.CONNECTIONS + pack, nowhere))
        .hasMessageContaining("console: packs[1].roles.erp: names the connection 'no'");
    assertThat(List.of(USE.words(), nowhere.uses().getFirst().words()))
        .containsExactly("books--web", "books--web with the prefix b-");
  }
}
