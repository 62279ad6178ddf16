package dev.kontor.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alerts go to public addresses, elsewhere only where the operator says so. */
final class ReceiverAddressTest {

  @ParameterizedTest
  @CsvSource({
    "hooks.example, 93.184.215.14, true, true",
    "hooks.example, 2606:2800:21f:cb07::1, true, true",
    "hooks.example, 10.0.0.7, false, true",
    "hooks.example, 192.168.1.4, false, true",
    "hooks.example, 100.64.0.1, false, true",
    "hooks.example, fd00::7, false, true",
    "hooks.example, 127.0.0.1, false, true",
    "hooks.example, ::1, false, true",
    "hooks.example, 169.254.169.254, false, false",
    "hooks.example, fe80::1, false, false",
    "hooks.example, 0.0.0.0, false, false",
    "hooks.example, 224.0.0.1, false, false",
    "hooks.example, ::ffff:10.0.0.7, false, true",
    "localhost, 127.0.0.1, true, true",
    "localhost, 10.0.0.7, false, false",
  })
  void whereANameMayLead(String host, String address, boolean allowed, boolean inOwnNetwork) {
    InetAddress found = InetAddress.ofLiteral(address);
    assertThat(ReceiverAddress.isAllowed(host, found, false)).isEqualTo(allowed);
    assertThat(ReceiverAddress.isAllowed(host, found, true)).isEqualTo(inOwnNetwork);
  }
}
