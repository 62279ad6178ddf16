package dev.kontor.engine.mapping;

import com.dashjoin.jsonata.JException;

/** Words for the library's error codes; its own messages may quote personal data. */
final class ExpressionFailures {

  private ExpressionFailures() {}

  static String words(JException failure) {
    String code = String.valueOf(failure.getError());
    if (code.contains("timeout")) {
      return "a run longer than one second";
    }
    if (code.contains("overflow")) {
      return "recursion too deep";
    }
    String meaning =
        switch (code) {
          case "T2001", "T2002" -> " (a side of an arithmetic operator is no number)";
          case "T2009" -> " (compares a text with a number; wrap the amount in $dec)";
          case "T2010" -> " (a side of a comparison is neither text nor number)";
          case "T0410", "T0411", "T0412" -> " (an argument has the wrong type)";
          case "T1006" -> " (calls something that is no function)";
          default -> "";
        };
    return "JSONata " + code + meaning;
  }
}
