package dev.kontor.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.List;

/** Whether a request comes from this machine itself. */
final class Here {

  /** A proxy on this machine stands for others; it says so with one of these. */
  private static final List<String> OF_PROXIES =
      List.of("X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Real-IP", "Forwarded");

  private Here() {}

  static boolean is(HttpServletRequest request) {
    return isLoopback(request.getRemoteAddr())
        && OF_PROXIES.stream().noneMatch(name -> request.getHeader(name) != null);
  }

  /**
   * @param address in figures
   */
  static boolean isLoopback(String address) {
    try {
      return InetAddress.ofLiteral(address).isLoopbackAddress();
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }
}
