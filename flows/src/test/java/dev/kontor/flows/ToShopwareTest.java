package dev.kontor.flows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.mapping.MappingCompiler;
import dev.kontor.engine.mapping.ModelSchemas;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What an ERP tells a shop, by the mappings as they are shipped. */
class ToShopwareTest {

  @ParameterizedTest
  @CsvSource({
    "product, product, product.out",
    "price, price, price.out",
    "progress-shipped, progress-event, order-progress.out",
    "progress-invoiced, progress-event, order-progress.out",
    "progress-credited, progress-event, order-progress.out",
  })
  void documentsBecomeWhatTheGoldenFilesSay(String name, String model, String mapping) {
    JsonNode document = GoldenTest.json("/golden/" + name + "/in.json");
    assertThat(ModelSchemas.problems(model, document)).isEmpty();
    String file = "/mappings/shopware/" + mapping + ".yaml";
    JsonNode content =
        new MappingCompiler(Map.of(), Set.of())
            .compile(file, GoldenTest.text(file))
            .apply(document, Pack.nothing());
    GoldenTest.check(name + "/out.json", content, false);
  }
}
