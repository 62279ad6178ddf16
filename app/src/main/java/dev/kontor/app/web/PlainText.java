package dev.kontor.app.web;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Text of a body, without the one character a database cannot store and without half ones. */
final class PlainText extends StdScalarDeserializer<String> {

  private PlainText() {
    super(String.class);
  }

  static SimpleModule module() {
    return new SimpleModule("plain text").addDeserializer(String.class, new PlainText());
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) {
    if (!parser.hasToken(tools.jackson.core.JsonToken.VALUE_STRING)) {
      return (String) context.handleUnexpectedToken(context.constructType(String.class), parser);
    }
    String text = parser.getString();
    return isPlain(text)
        ? text
        : context.reportInputMismatch(this, "text holds a character that cannot be stored");
  }

  static boolean isPlain(String text) {
    return text.codePoints()
        .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
  }
}
