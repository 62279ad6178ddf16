package dev.kontor.engine.alert.way;

import dev.kontor.engine.alert.Letter;
import dev.kontor.engine.config.Severity;
import dev.kontor.model.ModelJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A letter as a workflow of Microsoft Teams that begins with a webhook request takes it: a message
 * with an adaptive card (learn.microsoft.com, "Create incoming webhooks with Workflows").
 */
final class TeamsCard {

  private static final String CARD = "application/vnd.microsoft.card.adaptive";

  private TeamsCard() {}

  static Posted of(Letter letter) {
    ObjectNode message = ModelJson.mapper().createObjectNode();
    message.put("type", "message");
    ObjectNode attachment = message.putArray("attachments").addObject();
    attachment.put("contentType", CARD);
    attachment.putNull("contentUrl");
    ObjectNode card = attachment.putObject("content");
    card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    card.put("type", "AdaptiveCard");
    card.put("version", "1.4");
    ArrayNode body = card.putArray("body");
    text(body, letter.said().title())
        .put("weight", "Bolder")
        .put("size", "Medium")
        .put("color", letter.severity() == Severity.URGENT ? "Attention" : "Warning");
    letter.paragraphs().forEach(paragraph -> text(body, paragraph));
    if (letter.link() != null) {
      card.putArray("actions")
          .addObject()
          .put("type", "Action.OpenUrl")
          .put("title", "Kontor")
          .put("url", letter.link().toString());
    }
    return Posted.of(ModelJson.mapper().writeValueAsBytes(message));
  }

  private static ObjectNode text(ArrayNode body, String text) {
    return body.addObject().put("type", "TextBlock").put("text", text).put("wrap", true);
  }
}
