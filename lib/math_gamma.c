/* lib/math_gamma.c - the gamma function and its logarithm.
 *
 * Owns:      Lanczos' approximation.
 * Invariant: results agree with CPython's to the last bit where both round the same steps.
 * Not here:  errors (math_module.c).
 *
 * Source: C. Lanczos, "A Precision Approximation of the Gamma Function", 1964, with the coefficients that John Maddock
 * computed for 53 bits (N = 13, g = 6.0246...). */
#include <math.h>

#include "lib/math_module.h"

enum { TERMS = 13, INTEGRAL_MAX = 23 };

static const double g = 6.024680040776729583740234375, g_less_half = 5.524680040776729583740234375;

static const double numerator[TERMS] = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
};

/* x (x + 1) ... (x + 11) */
static const double denominator[TERMS] = {
    0.0,       39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0,
    2637558.0, 357423.0,   32670.0,     1925.0,      66.0,        1.0,
};

/* Both polynomials are evaluated in 1/x for large x, so that neither overflows. */
static double lanczos_sum(double x) {
    double above = 0.0, below = 0.0;
    for (int i = 0; i < TERMS; i++) {
        int term = x < 5.0 ? TERMS - 1 - i : i;
        above = (x < 5.0 ? above * x : above / x) + numerator[term];
        below = (x < 5.0 ? below * x : below / x) + denominator[term];
    }
    return above / below;
}

/* sin(pi x), exact at multiples of 1/2. */
static double sin_pi(double x) {
    double y = fmod(fabs(x), 2.0), r;
    switch ((int)round(2.0 * y)) {
    case 0: r = sin(M_PI * y); break;
    case 1: r = cos(M_PI * (y - 0.5)); break;
    case 2: r = sin(M_PI * (1.0 - y)); break;
    case 3: r = -cos(M_PI * (y - 1.5)); break;
    default: r = sin(M_PI * (y - 2.0)); break;
    }
    return copysign(1.0, x) * r;
}

static double factorial_below(double x) {
    double product = 1.0;
    for (double i = 2.0; i < x; i += 1.0) product *= i;
    return product;
}

/* y ** (x - 0.5) multiplied to, or divided out of, r; in two steps where one would overflow. */
static double scale_by_power(double r, double y, double x, bool divide) {
    bool large = x >= 140.0;
    double power = large ? pow(y, x / 2.0 - 0.25) : pow(y, x - 0.5);
    r = divide ? r / power : r * power;
    return !large ? r : divide ? r / power : r * power;
}

double math_gamma(double x) {
    if (!isfinite(x)) return isnan(x) || x > 0.0 ? x : NAN;
    if (x == 0.0) return NAN;
    if (x == floor(x)) {
        if (x < 0.0) return NAN;
        if (x <= INTEGRAL_MAX) return factorial_below(x);
    }
    double size = fabs(x);
    if (size < 1e-20) return 1.0 / x;
    if (size > 200.0) return x < 0.0 ? 0.0 / sin_pi(x) : INFINITY;
    double y = size + g_less_half;
    /* what rounding y lost, relative to y */
    double lost = size > g_less_half ? (y - size) - g_less_half : (y - g_less_half) - size;
    double correction = lost * g / y;
    if (x < 0.0) {
        double r = -M_PI / sin_pi(size) / size * exp(y) / lanczos_sum(size);
        return scale_by_power(r - correction * r, y, size, true);
    }
    double r = lanczos_sum(size) / exp(y);
    return scale_by_power(r + correction * r, y, size, false);
}

double math_lgamma(double x) {
    if (!isfinite(x)) return isnan(x) ? x : INFINITY;
    if (x == floor(x) && x <= 2.0) return x <= 0.0 ? NAN : 0.0;
    double size = fabs(x);
    if (size < 1e-20) return -log(size);
    double r = log(lanczos_sum(size)) - g;
    r += (size - 0.5) * (log(size + g - 0.5) - 1);
    if (x < 0.0) r = 1.144729885849400174143427351353058711647 /* log(pi) */ - log(fabs(sin_pi(size))) - log(size) - r;
    return r;
}
