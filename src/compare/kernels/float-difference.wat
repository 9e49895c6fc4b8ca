;; The float kernel: how many elements differ, and by how much, four elements a step (WebAssembly SIMD).
;;
;; `node scripts/build-wasm.mjs` builds it into float-difference-wasm.ts, one function for each of float32, bfloat16 and
;; float16; what differs between them stands in {{braces}} and is filled in by that script. All sizes are computed in
;; doubles, so that the plain kernel (element-kernel.ts) gives the same bits; a property test holds both together.
;;
;; A step that cannot raise a maximum is told by cheap float32 arithmetic and goes no further; with a tolerance, every step
;; goes the whole way. Input: two chunks at 1024 and 525312, padded with equal bytes to a whole step. Output from 0 on, one
;; lane a column: differing, non-finite in the first, in the second, not measured, outside, max ulp (6 x 4 u32), max abs,
;; max rel (2 x 2 f64).
(module
  (memory (export "memory") 17)
  {{functions}}
)
;; ---- function ----
  (func (export "{{name}}")
    (param $end i32) (param $judge i32) (param $atol f64) (param $rtol f64) (param $maxUlp i32)
    (local $at i32)
    (local $x v128) (local $y v128) (local $differ v128) (local $finiteX v128) (local $finiteY v128) (local $measured v128)
    (local $ulp v128) (local $a v128) (local $b v128) (local $abs v128) (local $size v128) (local $within v128)
    (local $sumDiffer v128) (local $sumX v128) (local $sumY v128) (local $sumUnmeasured v128) (local $sumOutside v128)
    (local $topUlp v128) (local $topAbs v128) (local $topRel v128)
    (local $leastAbs v128) (local $leastRel v128) (local $infinities v128)
    (local.set $infinities {{infinities}})
    (block $done
      (loop $step
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        ;; Bits of four elements on each side, small floats in the upper half.
        (local.set $x {{loadFirst}})
        (local.set $y {{loadSecond}})
        (local.set $at (i32.add (local.get $at) (i32.const {{stepBytes}})))
        (local.set $differ (i32x4.ne (local.get $x) (local.get $y)))
        (br_if $step (i32.eqz (v128.any_true (local.get $differ))))
        ;; A mask lane is -1 where true: subtracting it counts.
        (local.set $sumDiffer (i32x4.sub (local.get $sumDiffer) (local.get $differ)))
        (local.set $a {{valueFirst}})
        (local.set $b {{valueSecond}})

        (block $whole
          (br_if $whole (local.get $judge))
          ;; Three things go the whole way: numbers of two signs; what is NaN, because no comparison with it is true; and what
          ;; could be a new maximum. In float32 both sizes are wrong by a part in 2^23 at most: the least abs is rounded
          ;; alike, the least rel stands a part in 2^21 below the greatest so far.
          (local.set $abs (f32x4.abs (f32x4.sub (local.get $a) (local.get $b))))
          (local.set $size (f32x4.pmax (f32x4.abs (local.get $a)) (f32x4.abs (local.get $b))))
          (br_if $whole (v128.any_true (v128.or
            (i32x4.shr_s (v128.xor (local.get $x) (local.get $y)) (i32.const 31))
            (v128.andnot (local.get $differ) (v128.and
              (f32x4.lt (local.get $abs) (local.get $leastAbs))
              (f32x4.lt (f32x4.div (local.get $abs) (local.get $size)) (local.get $leastRel)))))))
          ;; Of one sign, places on the ordered line are as far apart as the bits.
          (local.set $topUlp (i32x4.max_u (local.get $topUlp)
            (i32x4.abs (i32x4.sub (local.get $x) (local.get $y)))))
          (br $step))

        (local.set $finiteX (i32x4.ne (v128.and (local.get $x) (local.get $infinities)) (local.get $infinities)))
        (local.set $finiteY (i32x4.ne (v128.and (local.get $y) (local.get $infinities)) (local.get $infinities)))
        (local.set $measured (v128.and (local.get $differ) (v128.and (local.get $finiteX) (local.get $finiteY))))
        (local.set $sumX (i32x4.sub (local.get $sumX) (v128.andnot (local.get $differ) (local.get $finiteX))))
        (local.set $sumY (i32x4.sub (local.get $sumY) (v128.andnot (local.get $differ) (local.get $finiteY))))
        (local.set $sumUnmeasured (i32x4.sub (local.get $sumUnmeasured)
          (v128.andnot (local.get $differ) (local.get $measured))))
        ;; Values; zero on both sides where there is nothing to measure.
        (local.set $a (v128.and (local.get $measured) (local.get $a)))
        (local.set $b (v128.and (local.get $measured) (local.get $b)))

        ;; Places on the ordered line: negative floats mirrored, so that -0 is -1 and +0 is 0.
        (local.set $x (i32x4.shr_s (v128.xor (local.get $x)
          (i32x4.shr_u (i32x4.shr_s (local.get $x) (i32.const 31)) (i32.const 1))) (i32.const {{orderShift}})))
        (local.set $y (i32x4.shr_s (v128.xor (local.get $y)
          (i32x4.shr_u (i32x4.shr_s (local.get $y) (i32.const 31)) (i32.const 1))) (i32.const {{orderShift}})))
        (local.set $ulp (v128.and (local.get $measured) (i32x4.sub
          (i32x4.max_s (local.get $x) (local.get $y)) (i32x4.min_s (local.get $x) (local.get $y)))))
        (local.set $topUlp (i32x4.max_u (local.get $topUlp) (i32x4.shl (local.get $ulp) (i32.const {{orderShift}}))))

        ;; The lower two elements in doubles, then the upper two.
        (local.set $abs (f64x2.abs (f64x2.sub
          (f64x2.promote_low_f32x4 (local.get $a)) (f64x2.promote_low_f32x4 (local.get $b)))))
        (local.set $size (f64x2.promote_low_f32x4
          (f32x4.pmax (f32x4.abs (local.get $a)) (f32x4.abs (local.get $b)))))
        (local.set $topAbs (f64x2.pmax (local.get $topAbs) (local.get $abs)))
        ;; 0/0 gives NaN, which pmax leaves out.
        (local.set $topRel (f64x2.pmax (local.get $topRel) (f64x2.div (local.get $abs) (local.get $size))))
        (local.set $within (f64x2.le (local.get $abs)
          (f64x2.add (f64x2.splat (local.get $atol)) (f64x2.mul (f64x2.splat (local.get $rtol)) (local.get $size)))))

        (local.set $a (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $a) (local.get $a)))
        (local.set $b (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $b) (local.get $b)))
        (local.set $abs (f64x2.abs (f64x2.sub
          (f64x2.promote_low_f32x4 (local.get $a)) (f64x2.promote_low_f32x4 (local.get $b)))))
        (local.set $size (f64x2.promote_low_f32x4
          (f32x4.pmax (f32x4.abs (local.get $a)) (f32x4.abs (local.get $b)))))
        (local.set $topAbs (f64x2.pmax (local.get $topAbs) (local.get $abs)))
        (local.set $topRel (f64x2.pmax (local.get $topRel) (f64x2.div (local.get $abs) (local.get $size))))
        (local.set $within (i8x16.shuffle 0 1 2 3 8 9 10 11 16 17 18 19 24 25 26 27 (local.get $within)
          (f64x2.le (local.get $abs)
            (f64x2.add (f64x2.splat (local.get $atol)) (f64x2.mul (f64x2.splat (local.get $rtol)) (local.get $size))))))

        (local.set $within (v128.and (local.get $measured)
          (v128.or (local.get $within) (i32x4.le_u (local.get $ulp) (i32x4.splat (local.get $maxUlp))))))
        (local.set $sumOutside (i32x4.sub (local.get $sumOutside)
          (v128.andnot (local.get $differ) (local.get $within))))

        (local.set $leastAbs (f32x4.splat (f32.demote_f64 (f64.max
          (f64x2.extract_lane 0 (local.get $topAbs)) (f64x2.extract_lane 1 (local.get $topAbs))))))
        (local.set $leastRel (f32x4.splat (f32.demote_f64 (f64.mul (f64.const 0x1.fffffp-1) (f64.max
          (f64x2.extract_lane 0 (local.get $topRel)) (f64x2.extract_lane 1 (local.get $topRel)))))))
        (br $step)))
    (v128.store offset=0 (i32.const 0) (local.get $sumDiffer))
    (v128.store offset=16 (i32.const 0) (local.get $sumX))
    (v128.store offset=32 (i32.const 0) (local.get $sumY))
    (v128.store offset=48 (i32.const 0) (local.get $sumUnmeasured))
    (v128.store offset=64 (i32.const 0) (local.get $sumOutside))
    (v128.store offset=80 (i32.const 0) (i32x4.shr_u (local.get $topUlp) (i32.const {{orderShift}})))
    (v128.store offset=96 (i32.const 0) (local.get $topAbs))
    (v128.store offset=112 (i32.const 0) (local.get $topRel)))
