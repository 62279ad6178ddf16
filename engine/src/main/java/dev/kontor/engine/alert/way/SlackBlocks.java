package dev.kontor.engine.alert.way;

import dev.kontor.engine.alert.Letter;
import dev.kontor.engine.config.Severity;
import dev.kontor.model.ModelJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A letter as an incoming webhook of Slack takes it (docs.slack.dev, Block Kit). */
final class SlackBlocks {

  private static final int LONGEST_HEADER = 150;
  private static final int LONGEST_TEXT = 3000;

  private SlackBlocks() {}

  static Posted of(Letter letter) {
    String mark = letter.severity() == Severity.URGENT ? ":red_circle: " : ":large_yellow_circle: ";
    String title = mark + letter.said().title();
    ObjectNode message = ModelJson.mapper().createObjectNode();
    message.put("text", escaped(title));
    ArrayNode blocks = message.putArray("blocks");
    blocks
        .addObject()
        .put("type", "header")
        .putObject("text")
        .put("type", "plain_text")
        .put("text", cut(title, LONGEST_HEADER));
    for (String paragraph : letter.paragraphs()) {
      blocks
          .addObject()
          .put("type", "section")
          .putObject("text")
          .put("type", "mrkdwn")
          .put("text", cut(escaped(paragraph), LONGEST_TEXT));
    }
    if (letter.link() != null) {
      blocks
          .addObject()
          .put("type", "section")
          .putObject("text")
          .put("type", "mrkdwn")
          .put("text", "<" + letter.link() + "|Kontor>");
    }
    return Posted.of(ModelJson.mapper().writeValueAsBytes(message));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}
