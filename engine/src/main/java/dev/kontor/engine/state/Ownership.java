package dev.kontor.engine.state;

import dev.kontor.engine.config.ArticleAttribute;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.spi.Writer;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a flow says of an article where another flow goes the other way: all of it to make it, and
 * from then on what its source owns.
 */
final class Ownership {

  private final Translator translator;

  Ownership(Translator translator) {
    this.translator = translator;
  }

  /** To make it. */
  JsonNode whole(FlowLine line, JsonNode model) {
    return translator.toTarget(line, model, Translator.References.NONE);
  }

  /** For one that the target has. */
  JsonNode owned(FlowLine line, JsonNode model) {
    Set<ArticleAttribute> left = line.config().sharing().left();
    if (left.isEmpty()) {
      return whole(line, model);
    }
    ObjectNode owned = model.deepCopy().asObject();
    left.forEach(attribute -> owned.remove(attribute.fields()));
    ObjectNode content = whole(line, owned).asObject();
    ArrayNode leaves = content.putArray(Writer.Draft.LEAVES);
    left.stream().map(ArticleAttribute::key).sorted().forEach(leaves::add);
    return content;
  }
}
