package dev.kontor.engine.mapping;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.MappingFunction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A rule's call of a function the connector contributes. */
record FunctionCall(String name, MappingFunction function, List<ValueSource> arguments)
    implements ValueSource {

  @Override
  public @Nullable JsonNode read(Scope scope) {
    List<JsonNode> values = new ArrayList<>();
    for (ValueSource argument : arguments) {
      JsonNode value = argument.read(scope);
      values.add(value == null ? JsonNodeFactory.instance.nullNode() : value);
    }
    try {
      JsonNode result = function.apply(values);
      return result.isNull() || result.isMissingNode() ? null : result;
    } catch (FaultException e) {
      throw located(e, scope);
    } catch (RuntimeException e) {
      throw broken(e, scope);
    }
  }

  /** The message of a plain exception may quote the document, so only its kind is shown. */
  private FaultException broken(RuntimeException failure, Scope scope) {
    FaultException refusal =
        scope.invalid(
            "the function "
                + name
                + " fails with "
                + failure.getClass().getSimpleName()
                + "; the document has a form it does not know, please report it");
    refusal.initCause(failure);
    return refusal;
  }

  /** A function knows the field it could not translate, but not the mapping that called it. */
  private FaultException located(FaultException refusal, Scope scope) {
    if (refusal.fault() instanceof Fault.Invalid(String field, String problem, String code)) {
      return new FaultException(
          new Fault.Invalid(
              field, problem + " (mapping " + scope.mapping() + ", " + scope.target() + ")", code));
    }
    return refusal;
  }
}
