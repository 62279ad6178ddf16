package dev.kontor.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.engine.config.ConfigException;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.config.Installation;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Connector;
import dev.kontor.spi.ConnectorProvider;
import dev.kontor.spi.Descriptor;
import dev.kontor.spi.MappingFunction;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Toolbox;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingLibraryTest {

  private static final String PACK =
      Installation.CONNECTIONS + "packs: [{use: books--web, roles: {shop: shop, erp: erp}}]\n";
  private static final String TABLE = "tables: {carriers: {standard: DHL}}\n";

  @TempDir Path directory;
  private Installation installation;

  @BeforeEach
  void setUp() {
    installation = new Installation(directory);
  }

  private static MappingLibrary load(HubConfig config) {
    return MappingLibrary.load(config, Installation.installed(), Map.of("web", new Web()));
  }

  @Test
  void everyMappingOfTheFlowsIsCompiledWithItsFunctionsAndOverlays() {
    installation.file(
        "o.yaml", "overlay: web/order.in\nrules: [{to: sku, expr: \"'X-' & sku\"}]\n");
    MappingLibrary library = load(installation.load(PACK + TABLE + "overlays: [o.yaml]\n"));

    assertThat(library.mapping("web/order.in").version()).isEqualTo(3);
    var applied =
        library.mapping("web/order.in").apply(ModelJson.parse("{\"sku\":\"1\"}"), new Bench());
    assertThat(Bench.show(applied)).isEqualTo("{'sku':'X-1','quantity':'7','terms':[]}");
    assertThatThrownBy(() -> library.mapping("web/unused.in"))
        .hasMessageContaining("no configured flow uses");
  }

  @Test
  void aTableTheConfigurationLacksIsSaidBeforeAnythingRuns() {
    HubConfig config = installation.load(PACK);

    assertThatThrownBy(() -> load(config))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("mappings/books/order.out.yaml:6")
        .hasMessageContaining("no table 'carriers'");
  }

  @Test
  void overlayMistakesNameTheOverlay() {
    HubConfig config =
        installation
            .file("o.yaml", "overlay: web/stock.out\nrules: [{to: number, path: \"a..b\"}]\n")
            .load(PACK + TABLE + "overlays: [o.yaml]\n");

    assertThatThrownBy(() -> load(config)).hasMessageContaining("overlay 1 of web/stock.out:2");
  }

  /** A connector of which only the functions are asked. */
  private static final class Web implements ConnectorProvider {
    @Override
    public Descriptor descriptor() {
      return Installation.installed().connector("web").orElseThrow();
    }

    @Override
    public Connector connect(Settings settings, Toolbox toolbox) {
      throw new UnsupportedOperationException("mappings never connect");
    }

    @Override
    public Map<String, MappingFunction> functions() {
      return Map.of("pieces", arguments -> ModelJson.parse("7"));
    }
  }
}
