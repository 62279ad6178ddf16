package dev.kontor.flows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.mapping.MappingCompiler;
import dev.kontor.engine.mapping.ModelSchemas;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The same articles and prices to Magento, by the mappings as they are shipped. */
class ToMagentoTest {

  @ParameterizedTest
  @ValueSource(strings = {"product", "price"})
  void documentsBecomeWhatTheGoldenFilesSay(String name) {
    JsonNode document = GoldenTest.json("/golden/" + name + "/in.json");
    assertThat(ModelSchemas.problems(name, document)).isEmpty();
    String file = "/mappings/magento/" + name + ".out.yaml";
    JsonNode content =
        new MappingCompiler(Map.of(), Set.of())
            .compile(file, GoldenTest.text(file))
            .apply(document, Pack.nothing());
    GoldenTest.check(name + "/magento.json", content, false);
  }
}
