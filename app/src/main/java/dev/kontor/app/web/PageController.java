package dev.kontor.app.web;

import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The first page: the console's, or the status page in a build without console. */
@RestController
class PageController {

  @Open
  @GetMapping(path = "/", produces = "text/html;charset=UTF-8")
  Resource page() {
    return Pages.first();
  }
}
