package dev.kontor.connector.example;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Connector;
import dev.kontor.spi.ConnectorProvider;
import dev.kontor.spi.Descriptor;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Toolbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads orders of the model from a folder, one {@code <id>.json} each. */
public final class ExampleProvider implements ConnectorProvider {

  private static final Descriptor DESCRIPTOR =
      new Descriptor(
          "example",
          "Orders in a folder",
          ModelJson.parse(
              """
              {
                "type": "object",
                "required": ["folder"],
                "additionalProperties": false,
                "properties": {
                  "folder": {
                    "type": "string",
                    "description": "Folder with one JSON file per order, named by its id"
                  }
                }
              }
              """),
          Map.of(EntityType.ORDER, Set.of(Ability.READ_CHANGES, Ability.FIND_BY_ID)),
          List.of(),
          Duration.ofSeconds(10),
          Duration.ZERO);

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Connector connect(Settings settings, Toolbox toolbox) {
    return new ExampleConnector(Path.of(settings.text("folder")));
  }
}
