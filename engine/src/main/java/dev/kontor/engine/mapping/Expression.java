package dev.kontor.engine.mapping;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A JSONata expression, bounded in time and depth. The library's compiled form is not made for
 * threads, so each evaluation borrows one of its own.
 */
final class Expression implements ValueSource {

  private static final long LONGEST_MILLIS = 1000;
  private static final int DEEPEST = 250;

  private final String text;
  private final Queue<Jsonata> idle = new ConcurrentLinkedQueue<>();

  private Expression(String text) {
    this.text = text;
  }

  /**
   * @throws IllegalArgumentException saying where the expression is no JSONata
   */
  static Expression compile(String text) {
    Expression expression = new Expression(text);
    try {
      expression.idle.add(expression.build());
    } catch (JException e) {
      throw new IllegalArgumentException(
          "is no JSONata (" + e.getError() + " near character " + e.getLocation() + ")", e);
    }
    return expression;
  }

  /** True if a function of that name is part of JSONata or of the money functions. */
  static boolean knowsFunction(String name) {
    Jsonata lookUp = Jsonata.jsonata("$" + name);
    MoneyFunctions.register(lookUp);
    return lookUp.evaluate(null) != null;
  }

  private Jsonata build() {
    Jsonata built = Jsonata.jsonata(text);
    built.setValidateInput(false);
    built.setOutputConvertNulls(false);
    MoneyFunctions.register(built);
    return built;
  }

  @Override
  public @Nullable JsonNode read(Scope scope) {
    try {
      JsonNode node = JsonView.node(evaluate(scope));
      return node == null || node.isNull() ? null : node;
    } catch (ExpressionRefusal e) {
      throw scope.invalid(text + " " + e.getMessage());
    }
  }

  boolean holds(Scope scope) {
    return Jsonata.boolize(evaluate(scope));
  }

  private @Nullable Object evaluate(Scope scope) {
    Jsonata polled = idle.poll();
    Jsonata jsonata = polled == null ? build() : polled;
    try {
      return jsonata.evaluate(JsonView.of(scope.current()), frame(jsonata, scope));
    } catch (ExpressionRefusal e) {
      throw scope.invalid("the expression " + text + " " + e.getMessage());
    } catch (JException e) {
      throw scope.invalid(
          "the expression "
              + text
              + " fails with "
              + ExpressionFailures.words(e)
              + "; correct the mapping or the document");
    } catch (RuntimeException e) {
      // The library fails with plain Java exceptions too, whose messages may quote the document.
      throw scope.invalid(
          "the expression "
              + text
              + " fails with "
              + e.getClass().getSimpleName()
              + "; simplify it");
    } finally {
      idle.add(jsonata);
    }
  }

  private static Jsonata.Frame frame(Jsonata jsonata, Scope scope) {
    Jsonata.Frame frame = jsonata.createFrame();
    frame.setRuntimeBounds(LONGEST_MILLIS, DEEPEST);
    frame.bind("root", JsonView.of(scope.root()));
    frame.bind("settings", JsonView.of(scope.context().settings()));
    frame.bind("connection", (Object) scope.context().connection());
    return frame;
  }

  @Override
  public String toString() {
    return text;
  }
}
