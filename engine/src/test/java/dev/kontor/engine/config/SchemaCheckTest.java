package dev.kontor.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.ModelJson;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaCheckTest {

  private static final SchemaCheck EITHER =
      SchemaCheck.of(
          ModelJson.parse(
              """
              {"type": "object",
               "allOf": [{"if": {"required": ["server"]}, "else": {"required": ["tenant"]}}],
               "properties": {
                 "server": {"type": "string"},
                 "tenant": {"type": "string", "description": "Microsoft Entra tenant."}}}
              """));

  private static List<SchemaCheck.Violation> check(String tree) {
    return EITHER.check(ModelJson.parse(tree));
  }

  @Test
  void whatAConditionAsksForIsDescribedWhereItStands() {
    assertThat(check("{}"))
        .containsExactly(
            new SchemaCheck.Violation("/tenant", "is missing", "add it: Microsoft Entra tenant."));
    assertThat(check("{\"server\": \"x\"}")).isEmpty();
    assertThat(check("{\"tenant\": \"x\"}")).isEmpty();
  }
}
