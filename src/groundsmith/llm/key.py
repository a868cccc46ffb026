"""The name under which an answer is stored: a hash of all that was asked, and of whom."""

import hashlib
from collections.abc import Callable

from groundsmith.llm.body import encoded
from groundsmith.llm.endpoint import Endpoint
from groundsmith.records import Request

AnswerKey = Callable[[Request], str]


def answer_key(endpoint: Endpoint, generation: int) -> AnswerKey:
    """A function that names the answer to a request.

    Args:
        generation: Counts how often all answers were asked for anew.
    """
    head = hashlib.sha256(encoded([endpoint.base_url, endpoint.model, generation]))

    def key(request: Request) -> str:
        named = head.copy()
        named.update(
            encoded(
                [
                    request.system,
                    request.messages,
                    request.max_output_tokens,
                    request.temperature,
                    request.response_schema,
                    request.sample,
                ]
            )
        )
        return named.hexdigest()

    return key
