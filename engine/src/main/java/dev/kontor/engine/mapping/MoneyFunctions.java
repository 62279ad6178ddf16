package dev.kontor.engine.mapping;

import com.dashjoin.jsonata.Jsonata;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Exact arithmetic for expressions. {@code $dec(x)} is the number itself, for comparisons; {@code
 * $money(x, scale)} rounds half up; {@code $add $sub $mul $neg} keep every digit. All but {@code
 * $dec} give decimal strings. An absent argument is refused, because a missing amount is never
 * zero.
 */
final class MoneyFunctions {

  private static final int MOST_DECIMALS = 20;

  private MoneyFunctions() {}

  static void register(Jsonata jsonata) {
    register(jsonata, "dec", arguments -> single("dec", arguments));
    register(jsonata, "money", MoneyFunctions::money);
    register(jsonata, "neg", arguments -> text(single("neg", arguments).negate()));
    register(jsonata, "add", arguments -> text(fold("add", arguments, BigDecimal::add)));
    register(jsonata, "sub", arguments -> text(fold("sub", arguments, BigDecimal::subtract)));
    register(jsonata, "mul", arguments -> text(fold("mul", arguments, BigDecimal::multiply)));
  }

  private static void register(Jsonata jsonata, String name, Jsonata.FnVarArgs<Object> function) {
    jsonata.registerFunction(name, Jsonata.function(name, function, null));
  }

  private static Object money(List<?> arguments) {
    if (arguments.size() != 2) {
      throw new ExpressionRefusal("needs $money(amount, decimals)");
    }
    int scale = number("money", arguments.get(1)).intValue();
    if (scale < 0 || scale > MOST_DECIMALS) {
      throw new ExpressionRefusal("asks $money for " + scale + " decimals; 0 to 20 are possible");
    }
    return text(number("money", arguments.get(0)).setScale(scale, RoundingMode.HALF_UP));
  }

  private static BigDecimal single(String name, List<?> arguments) {
    if (arguments.size() != 1) {
      throw new ExpressionRefusal("needs one argument for $" + name);
    }
    return number(name, arguments.getFirst());
  }

  private static BigDecimal fold(
      String name, List<?> arguments, BinaryOperator<BigDecimal> operation) {
    if (arguments.size() < 2) {
      throw new ExpressionRefusal("needs two or more arguments for $" + name);
    }
    BigDecimal result = number(name, arguments.getFirst());
    for (Object argument : arguments.subList(1, arguments.size())) {
      result = operation.apply(result, number(name, argument));
    }
    return result;
  }

  private static BigDecimal number(String name, @Nullable Object argument) {
    return switch (argument) {
      case null -> throw new ExpressionRefusal("gives $" + name + " an absent amount");
      case BigDecimal number -> number;
      case Number number -> new BigDecimal(number.toString());
      case String text ->
          Decimals.of(text)
              .orElseThrow(
                  () -> new ExpressionRefusal("gives $" + name + " a text that is no decimal"));
      default -> throw new ExpressionRefusal("gives $" + name + " a value that is no decimal");
    };
  }

  private static String text(BigDecimal number) {
    return number.toPlainString();
  }
}
