package dev.kontor.flows;

import dev.kontor.engine.config.ConfigLoader;
import dev.kontor.engine.config.ConnectionConfig;
import dev.kontor.engine.config.ConnectorSchemas;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.config.PublicSettings;
import dev.kontor.engine.config.ValueTable;
import dev.kontor.engine.mapping.MappingContext;
import dev.kontor.engine.mapping.MappingLibrary;
import dev.kontor.spi.ConnectorProvider;
import dev.kontor.spi.Descriptor;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The pack as an installation with the test configuration runs it. */
final class Pack {

  private final Map<String, ConnectorProvider> providers =
      ServiceLoader.load(ConnectorProvider.class).stream()
          .map(ServiceLoader.Provider::get)
          .collect(Collectors.toMap(provider -> provider.descriptor().id(), provider -> provider));
  private final ConnectorSchemas installed =
      new ConnectorSchemas(providers.values().stream().map(ConnectorProvider::descriptor).toList());
  final HubConfig config;
  private final MappingLibrary library;

  /** Of Shopware. */
  Pack() {
    this("/kontor.yaml");
  }

  /** Of Magento. */
  static Pack magento() {
    return new Pack("/magento.yaml");
  }

  /** Of Shopware, with Finance & Operations in the place of Business Central. */
  static Pack financeOperations() {
    return new Pack("/finance-operations.yaml");
  }

  /** Of Magento and Finance & Operations. */
  static Pack magentoFinance() {
    return new Pack("/magento-finance-operations.yaml");
  }

  /** The one that the page of a connector tells of. */
  static Pack of(String connector) {
    return switch (connector) {
      case "magento" -> magento();
      case "finance-operations" -> financeOperations();
      default -> new Pack();
    };
  }

  private Pack(String configuration) {
    config =
        ConfigLoader.load(
            file(configuration), Map.of("SHOP_SECRET", "shop", "ERP_SECRET", "erp"), installed);
    library = MappingLibrary.load(config, installed, providers);
  }

  FlowConfig flow(String name) {
    return config.flows().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  Descriptor descriptor(String connector) {
    return installed.connector(connector).orElseThrow();
  }

  /** Native to model, by the flow's first mapping. */
  JsonNode read(String flow, JsonNode nativeDocument) {
    FlowConfig.Source from = flow(flow).from();
    return library
        .mapping(Objects.requireNonNull(from.mapping()))
        .apply(nativeDocument, context(from.connection()));
  }

  /** Model to native, by the flow's second mapping. */
  JsonNode write(String flow, JsonNode model) {
    FlowConfig.Target to = flow(flow).to();
    return library.mapping(to.mapping()).apply(model, context(to.connection()));
  }

  /** Every customer is known, under an id that shows its key. */
  private MappingContext context(String name) {
    ConnectionConfig connection = Objects.requireNonNull(config.connections().get(name));
    JsonNode settings =
        PublicSettings.of(connection, installed.connector(connection.connector()).orElseThrow());
    return new MappingContext() {
      @Override
      public Optional<String> crossref(String entity, String key) {
        return Optional.of(entity + " " + key);
      }

      @Override
      public Optional<ValueTable> table(String table) {
        return Optional.ofNullable(config.tables().get(table));
      }

      @Override
      public JsonNode settings() {
        return settings;
      }

      @Override
      public String connection() {
        return name;
      }
    };
  }

  /** For a mapping that looks nothing up. */
  static MappingContext nothing() {
    return new Pack().context("shop");
  }

  private static Path file(String resource) {
    try {
      return Path.of(Objects.requireNonNull(Pack.class.getResource(resource)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
