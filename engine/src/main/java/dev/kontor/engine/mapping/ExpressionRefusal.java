package dev.kontor.engine.mapping;

/** An expression cannot give a value; the message is for people and shows no value. */
final class ExpressionRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ExpressionRefusal(String message) {
    super(message);
  }
}
