package dev.crossdock.console.failures;

import dev.crossdock.console.kit.Block;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.console.shell.Pages;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.console.shell.VisitResolver;
import dev.crossdock.platform.ids.Ids;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers whatever goes wrong below {@code /console} with a page of the console. What nobody expected is logged under
 * a number, and the page tells that number and nothing else. A part of a page gets the status alone: the page it
 * stands in says that it could not be brought up to date.
 */
public final class Failures implements HandlerExceptionResolver, AccessDeniedHandler, Ordered {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
  private static final String IN_SHELL = "shell/block.jte";
  private static final String BARE = "failures/bare.jte";

  private final Pages pages;
  private final VisitResolver visits;
  private final Ids ids;

  public Failures(Pages pages, VisitResolver visits, Ids ids) {
    this.pages = pages;
    this.visits = visits;
    this.ids = ids;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
    if (!ours(request)) {
      return null;
    }
    if (response.isCommitted() || e instanceof AsyncRequestNotUsableException) {
      LOG.debug("the browser went away", e);
      return new ModelAndView();
    }
    if (e instanceof HttpRequestMethodNotSupportedException method && method.getSupportedHttpMethods() != null) {
      Set<HttpMethod> allowed = method.getSupportedHttpMethods();
      response.setHeader(
          HttpHeaders.ALLOW, String.join(", ", allowed.stream().map(HttpMethod::name).sorted().toList()));
    }
    answer(request, response, failure(e));
    return new ModelAndView();
  }

  /** A form whose token is not the session's: it was shown before the person signed in anew. */
  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e) {
    Block.Action back = new Block.Action("Go back to the page", Back.of(request));
    answer(request, response, new Failure(HttpStatus.FORBIDDEN, new Block(
        Block.Kind.FAILED, "This form is out of date",
        "Nothing was changed: the page was opened before you signed in the last time. Open it again and repeat it.",
        back)));
  }

  static boolean ours(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.equals("/") || path.equals("/console") || path.startsWith("/console/");
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, Failure failure) {
    Visit visit = visits.visit(request);
    if (visit.part()) {
      response.setStatus(failure.status().value());
      return;
    }
    write(response, page(visit, failure));
  }

  /** Within the console where that can be had: with the database gone, the page stands alone. */
  private ResponseEntity<String> page(Visit visit, Failure failure) {
    if (visit.viewer().name().isEmpty() || failure.status().is5xxServerError()) {
      return alone(failure);
    }
    try {
      return pages.page(
          failure.status(), visit, null, failure.block().heading(), IN_SHELL, failure.block());
    } catch (RuntimeException also) {
      LOG.warn("the page around a failure failed too", also);
      return alone(failure);
    }
  }

  ResponseEntity<String> alone(Failure failure) {
    return pages.bare(failure.status(), BARE, failure.block());
  }

  private Failure failure(Exception e) {
    return switch (e) {
      case ErrorResponse known -> Failure.of(HttpStatus.valueOf(known.getStatusCode().value()));
      case TypeMismatchException _ -> Failure.of(HttpStatus.BAD_REQUEST);
      case TransientDataAccessException _ -> busy(e);
      case DataAccessResourceFailureException _ -> busy(e);
      case CannotCreateTransactionException _ -> busy(e);
      default -> unexpected(e);
    };
  }

  private static Failure busy(Exception e) {
    LOG.warn("the database does not answer", e);
    return Failure.of(HttpStatus.SERVICE_UNAVAILABLE);
  }

  private Failure unexpected(Exception e) {
    String number = ids.next().toString();
    LOG.error("a page failed, number {}", number, e);
    return Failure.unexpected(number);
  }

  private static void write(HttpServletResponse response, ResponseEntity<String> page) {
    response.setStatus(page.getStatusCode().value());
    page.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
    byte[] body = String.valueOf(page.getBody()).getBytes(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    try {
      response.getOutputStream().write(body);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** The page of ours that a request came from. */
  static final class Back {

    private Back() {}

    static String of(HttpServletRequest request) {
      String referer = request.getHeader(HttpHeaders.REFERER);
      if (referer == null) {
        return Nav.ORDERS.href();
      }
      try {
        URI page = URI.create(referer);
        String path = page.getRawPath();
        boolean ours = path != null && path.startsWith("/console/") && request.getServerName().equals(page.getHost());
        return !ours ? Nav.ORDERS.href() : page.getRawQuery() == null ? path : path + "?" + page.getRawQuery();
      } catch (IllegalArgumentException noAddress) {
        return Nav.ORDERS.href();
      }
    }
  }
}
