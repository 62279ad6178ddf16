package dev.kontor.twin.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RenamedFieldsTest {
  @Test
  void fieldsAreRenamedAtEveryDepthAndValuesStay() {
    String told =
        "{\"name\":\"name\",\"lines\":[{\"name\":1.50,\"tags\":[\"name\"]}],\"at\":{\"name\":null}}";
    assertThat(RenamedFields.of(Json.MAPPER.readTree(told), Map.of("name", "title")).toString())
        .isEqualTo(
            "{\"title\":\"name\",\"lines\":[{\"title\":1.50,\"tags\":[\"name\"]}],\"at\":{\"title\":null}}");
  }
}
