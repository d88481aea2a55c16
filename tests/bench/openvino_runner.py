"""Runs an ONNX model with OpenVINO, under the Python that has it: a line of token ids in, processor seconds out."""

from __future__ import annotations

import json
import sys
import time

import numpy as np
import openvino


def main(model: str, threads: str) -> None:
    core = openvino.Core()
    settings = {"PERFORMANCE_HINT": "LATENCY", "INFERENCE_NUM_THREADS": int(threads), "NUM_STREAMS": 1}
    compiled = core.compile_model(model, "CPU", settings)
    request = compiled.create_infer_request()
    precision = compiled.get_property("INFERENCE_PRECISION_HINT").to_string()
    print(f"{openvino.__version__}, from the fp32 file, computes in {precision}", flush=True)
    for line in sys.stdin:
        ids = np.array(json.loads(line), dtype=np.int64)
        before = time.process_time()
        request.infer({"input_ids": ids, "attention_mask": np.ones_like(ids)})
        print(time.process_time() - before, flush=True)


main(*sys.argv[1:])
