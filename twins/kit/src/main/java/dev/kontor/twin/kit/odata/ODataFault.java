package dev.kontor.twin.kit.odata;

/** A refused request; status and code are empty unless a system rule raised it. */
public final class ODataFault extends RuntimeException {
  private final Problem problem;
  private final int status;
  private final String code;

  private ODataFault(Problem problem, int status, String code, String message) {
    super(message);
    this.problem = problem;
    this.status = status;
    this.code = code;
  }

  public static ODataFault of(Problem problem, String message) {
    return new ODataFault(problem, 0, "", message);
  }

  /** A rule of the simulated system with its own HTTP status and error code. */
  public static ODataFault rule(int status, String code, String message) {
    return new ODataFault(Problem.RULE, status, code, message);
  }

  public Problem problem() {
    return problem;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String text() {
    return String.valueOf(getMessage());
  }
}
