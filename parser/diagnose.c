#include "parser/diagnose.h"

void diagnose_token(Parser *p, Token token) { refuse(p, token.where, "invalid syntax"); }
