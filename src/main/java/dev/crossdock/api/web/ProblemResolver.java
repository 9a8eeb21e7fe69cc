package dev.crossdock.api.web;

import dev.crossdock.platform.http.Problem;
import dev.crossdock.platform.http.Problem.FieldError;
import dev.crossdock.platform.http.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;

/**
 * Turns whatever goes wrong below {@code /api} into a problem. What nobody expected is logged
 * under the request's id, and the answer tells that id and nothing else.
 */
final class ProblemResolver implements HandlerExceptionResolver, Ordered {

  private static final Pattern FIRST_ITEM = Pattern.compile("^/0(?=/|$)");
  private static final Logger LOG = LoggerFactory.getLogger(ProblemResolver.class);

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
    if (!isOurs(request)) {
      return null;
    }
    try {
      write(request, response, problem(request, response, e));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    return new ModelAndView();
  }

  static void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
    Problems.write(response, Body.of(request).isObject() ? problem.errors(asSent(problem.errors())) : problem);
  }

  static boolean isOurs(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/");
  }

  /** A list of one that was sent as a single object is told as that object. */
  private static List<FieldError> asSent(List<FieldError> errors) {
    return errors.stream().map(error -> new FieldError(asSent(error.pointer()), error.code(), error.detail())).toList();
  }

  private static String asSent(String pointer) {
    return FIRST_ITEM.matcher(pointer).replaceFirst("");
  }

  static Problem problem(HttpServletRequest request, HttpServletResponse response, Exception e) {
    return switch (e) {
      case ProblemException known -> known.problem();
      case HttpMessageNotReadableException unread -> Unreadable.problem(unread);
      case HttpMediaTypeNotSupportedException _ -> Refusal.MEDIA_TYPE;
      case HttpMediaTypeNotAcceptableException _ -> Refusal.NOT_ACCEPTABLE;
      case HttpRequestMethodNotSupportedException method -> method(response, method);
      case NoHandlerFoundException _ -> Refusal.NOT_FOUND;
      case MissingServletRequestParameterException missing ->
          Refusal.parameter(missing.getParameterName(), "It must be given.").problem();
      case MethodArgumentTypeMismatchException mismatch ->
          Refusal.parameter(mismatch.getName(), "It has the wrong form.").problem();
      case TransientDataAccessException _ -> busy(response, e);
      case DataAccessResourceFailureException _ -> busy(response, e);
      case CannotCreateTransactionException _ -> busy(response, e);
      default -> failed(request, e);
    };
  }

  private static Problem method(HttpServletResponse response, HttpRequestMethodNotSupportedException e) {
    Set<HttpMethod> allowed = e.getSupportedHttpMethods();
    if (allowed != null) {
      List<String> names = allowed.stream().map(HttpMethod::name).sorted().toList();
      response.setHeader(HttpHeaders.ALLOW, String.join(", ", names));
    }
    return Refusal.METHOD;
  }

  private static Problem busy(HttpServletResponse response, Exception e) {
    LOG.warn("the database does not answer", e);
    response.setHeader(HttpHeaders.RETRY_AFTER, "2");
    return Refusal.BUSY;
  }

  private static Problem failed(HttpServletRequest request, Exception e) {
    LOG.error("a request failed", e);
    return Refusal.FAILED.instance("urn:uuid:" + RequestIds.of(request));
  }
}
